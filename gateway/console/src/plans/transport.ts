import { cancels, changes, chosen, plans, puts } from "./deeds";
import { bodyOf, type Draft } from "./fields";
import { at, called, type Kind, type Lists, text } from "./kinds";

const VEHICLE = ["plate", "seats", "driver"];
const OF_A_PICKUP = ["from", "windowFrom", "windowTo"];
const OF_AN_EXCURSION = ["route", "delegations"];

const runs = (draft: Draft): readonly string[] =>
  chosen(draft, "kind") === "pickup" ? OF_A_PICKUP : OF_AN_EXCURSION;

/** A vehicle that stands by brings its seats and its driver along; to a pickup their contact, too. */
function withVehicle(draft: Draft, name: string, lists: Lists): Draft {
  const standing = lists.standby?.find(
    (v) => text(v, "plate") === chosen(draft, "plate") && v.state !== "called",
  );
  if (name !== "plate" || !standing) {
    return draft;
  }
  const contact = chosen(draft, "kind") === "pickup" ? text(standing, "contact") : "";
  return {
    ...draft,
    seats: text(standing, "seats"),
    driver: text(standing, "driver"),
    ...(contact ? { contact } : {}),
  };
}

export const trip: Kind = {
  name: "trip",
  desk: "transport",
  read: "read-trips",
  list: at("transport-dispatch", "trips"),
  id: (e) => text(e, "code"),
  title: (e, lists, { t, word }) =>
    e.kind === "pickup"
      ? t("trip.pickup", { place: word("place", text(e, "from")) })
      : t("trip.excursion", { route: called(lists, "route", text(e, "route")) }),
  fields: [
    { name: "code", shape: "text", longest: 80 },
    { name: "kind", label: "tripKind", shape: "code", from: "tripKind" },
    { name: "route", shape: "code", from: "route" },
    { name: "delegations", shape: "codes", from: "delegation", optional: true },
    { name: "from", label: "place", shape: "text", from: "place", longest: 40 },
    { name: "windowFrom", shape: "moment" },
    { name: "windowTo", shape: "moment" },
    { name: "departs", shape: "moment", optional: true },
    { name: "plate", shape: "text", from: "plate", longest: 40 },
    { name: "seats", shape: "number", least: 1 },
    { name: "driver", shape: "text", optional: true, longest: 200 },
    { name: "contact", shape: "code", from: "contact", optional: true },
  ],
  columns: [
    { key: "code", width: [84, 0] },
    { key: "where", derived: "where", width: [250, 1] },
    { key: "departs", width: [132, 0] },
    { key: "plate", width: [110, 0] },
    { key: "driver", width: [100, 1] },
    { key: "seats", width: [76, 0] },
    { key: "taken", derived: "taken", width: [110, 0] },
    { key: "rollCall", derived: "rollCall", width: [190, 1] },
    { key: "list", derived: "list", width: [160, 1] },
  ],
  deeds: [
    plans("plan-trips", [], {
      begun: () => ({ kind: "excursion" }),
      fields: (draft) => ["code", "kind", ...runs(draft), "departs", ...VEHICLE, "contact"],
      follow: withVehicle,
    }),
    puts("retime-trip", "/departure", ["departs"]),
    changes("change-trip", [], {
      fields: (draft) => ["seats", "driver", ...runs(draft), "contact"],
    }),
    changes("replace-vehicle", [...VEHICLE, "contact"], {
      whole: true,
      follow: withVehicle,
      // After a merge only what was settled is said; without the plate it is no other vehicle.
      request: (said, fields) =>
        "plate" in said
          ? { method: "PUT", path: "/vehicle", body: bodyOf(said, fields) }
          : { method: "PATCH", path: "", body: bodyOf(said, fields) },
    }),
    cancels("cancel-trip"),
  ],
  shift: ({ kind }) =>
    kind === "pickup"
      ? { action: "change-trip", fields: ["windowFrom", "windowTo"] }
      : { action: "retime-trip", fields: ["departs"] },
  needs: ["route", "delegation", "standby"],
  manifests: (e) => [`trip:${text(e, "code")}`],
};

export const standby: Kind = {
  name: "standby",
  desk: "transport",
  read: "read-standby",
  list: at("transport-dispatch", "standby"),
  passedOn: (e) => e.state === "called",
  id: (e) => text(e, "plate"),
  title: (e) => text(e, "plate"),
  fields: [
    { name: "plate", shape: "text", longest: 40 },
    { name: "seats", shape: "number", least: 1 },
    { name: "driver", shape: "text", optional: true, longest: 200 },
    { name: "contact", label: "driverContact", shape: "code", from: "contact", optional: true },
    { name: "note", shape: "text", optional: true, longest: 500 },
    { name: "trip", label: "calledTo", shape: "text", optional: true },
  ],
  columns: [
    { key: "plate", width: [130, 0] },
    { key: "seats", width: [90, 0] },
    { key: "driver", width: [150, 1] },
    { key: "contact", width: [150, 1] },
    { key: "trip", width: [110, 0] },
    { key: "note", width: [220, 2] },
  ],
  deeds: [
    plans("add-standby", [...VEHICLE, "contact", "note"]),
    changes("change-standby", ["seats", "driver", "contact", "note"]),
    cancels("remove-standby"),
  ],
  needs: [],
  manifests: () => [],
};
