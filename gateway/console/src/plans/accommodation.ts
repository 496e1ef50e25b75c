import { cancels, changes, chosen, plans } from "./deeds";
import { bodyOf } from "./fields";
import { at, called, type Entry, type Kind, text } from "./kinds";
import { roomNumbers } from "./typing";

const HOLD = ["organisation", "hotel", "rooms", "from", "to"];

export const hotel: Kind = {
  name: "hotel",
  desk: "accommodation",
  read: "read-hotels",
  list: at("accommodation", "hotels"),
  id: (e) => text(e, "code"),
  title: (e) => text(e, "name"),
  fields: [
    { name: "code", shape: "text", longest: 40 },
    { name: "name", label: "hotel", shape: "text", longest: 200 },
    { name: "rooms", label: "roomCount", shape: "number" },
    { name: "contact", shape: "code", from: "contact", optional: true },
  ],
  columns: [
    { key: "name", width: [200, 2] },
    { key: "rooms", width: [100, 0] },
    { key: "people", derived: "people", width: [100, 0] },
    { key: "contact", width: [160, 1] },
    { key: "list", derived: "list", width: [180, 1] },
    { key: "code", width: [90, 0] },
  ],
  deeds: [
    plans("contract-hotels", ["code", "name", "contact"]),
    changes("change-hotel", ["name", "contact"]),
    cancels("cancel-hotel"),
  ],
  needs: [],
  manifests: (e) => [`rooming:${text(e, "code")}`],
};

/** Rooms are only ever added: what a hotel has given stays. */
export const room: Kind = {
  name: "room",
  desk: "accommodation",
  read: "read-rooms",
  list: at("accommodation", "rooms"),
  id: (e) => `${text(e, "hotel")}/${text(e, "room")}`,
  title: (e, lists) => `${called(lists, "hotel", text(e, "hotel"))} ${text(e, "room")}`,
  fields: [
    { name: "hotel", shape: "code", from: "hotel" },
    { name: "room", label: "roomNumbers", shape: "text", longest: 2_000 },
    { name: "type", label: "roomType", shape: "text", from: "roomType", longest: 40 },
    { name: "capacity", shape: "number", least: 1 },
  ],
  columns: [
    { key: "hotel", width: [190, 0] },
    { key: "room", width: [110, 0] },
    { key: "type", width: [150, 0] },
    { key: "capacity", width: [90, 0] },
    { key: "people", derived: "people", width: [100, 1] },
  ],
  deeds: [
    plans("contract-rooms", ["hotel", "room", "type", "capacity"], {
      wrong: (draft) =>
        chosen(draft, "room") && roomNumbers(chosen(draft, "room")) === null ? ["room"] : [],
      request: (said, fields) => ({
        method: "POST",
        path: "",
        body: (roomNumbers(chosen(said, "room")) ?? []).map((number) => ({
          ...bodyOf(said, fields),
          room: number,
        })),
      }),
    }),
  ],
  needs: ["hotel"],
  manifests: (e) => [`rooming:${text(e, "hotel")}`],
};

export const hold: Kind = {
  name: "hold",
  desk: "accommodation",
  read: "read-holds",
  list: at("accommodation", "holds"),
  id: (e) => text(e, "id"),
  title: (e) => text(e, "organisation"),
  fields: [
    { name: "organisation", shape: "text", longest: 120 },
    { name: "hotel", shape: "code", from: "hotel" },
    { name: "rooms", label: "roomsHeld", shape: "number", least: 1 },
    { name: "from", label: "firstNight", shape: "date" },
    { name: "to", label: "leavingDay", shape: "date" },
  ],
  columns: [
    { key: "organisation", width: [200, 2] },
    { key: "hotel", width: [160, 1] },
    { key: "rooms", width: [90, 0] },
    { key: "given", derived: "given", width: [120, 0] },
    { key: "from", width: [110, 0] },
    { key: "to", width: [110, 0] },
    { key: "list", derived: "list", width: [170, 1] },
  ],
  deeds: [
    plans("hold-rooms", HOLD, {
      request: (said, fields) => ({ method: "POST", path: "", body: bodyOf(said, fields) }),
    }),
    changes("change-hold", HOLD),
    cancels("cancel-hold"),
  ],
  needs: ["hotel"],
  manifests: (e) => [`rooming:${text(e, "hotel")}`],
  cautions: ({ from = "", to = "" }) => (from && to && to <= from ? ["leavesFirst"] : []),
};

export interface LodgingStay {
  readonly hotel: string;
  /** Null: from the beginning. */
  readonly from: string | null;
}

export const staysOf = (entry: Entry): readonly LodgingStay[] =>
  Array.isArray(entry.stays) ? (entry.stays as LodgingStay[]) : [];

export const lodging: Kind = {
  name: "lodging",
  desk: "accommodation",
  read: "read-lodgings",
  list: at("accommodation", "lodgings"),
  id: (e) => text(e, "delegation"),
  title: (e, lists) => called(lists, "delegation", text(e, "delegation")),
  fields: [
    { name: "delegation", shape: "code", from: "unlodged" },
    { name: "hotel", shape: "code", from: "hotel" },
    { name: "from", label: "nightOn", shape: "date" },
  ],
  columns: [
    { key: "delegation", width: [200, 1] },
    { key: "where", derived: "where", edits: "hotel", width: [380, 2] },
    { key: "people", derived: "people", width: [110, 0] },
  ],
  deeds: [
    plans("assign-lodgings", ["delegation", "hotel"]),
    changes("rehouse", ["hotel", "from"], {
      begun: () => ({ hotel: "", from: "" }),
      whole: true,
      unmerged: true,
      request: (said, fields) => ({
        method: "POST",
        path: "/rehousings",
        body: bodyOf(said, fields),
      }),
    }),
  ],
  needs: ["hotel", "delegation"],
  manifests: (e) => [...new Set(staysOf(e).map((s) => `rooming:${s.hotel}`))],
};
