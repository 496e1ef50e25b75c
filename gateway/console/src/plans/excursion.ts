import { cancels, changes, plans, puts } from "./deeds";
import { at, type Kind, text } from "./kinds";

const ROUTE = ["name", "departs", "returns"];
const STOP = ["seq", "name", "arrives", "leaves", "contact"];

export const route: Kind = {
  name: "route",
  desk: "excursion",
  read: "read-routes",
  list: at("excursion", "routes"),
  id: (e) => text(e, "code"),
  title: (e) => text(e, "name"),
  fields: [
    { name: "code", shape: "text", longest: 40 },
    { name: "name", label: "routeName", shape: "text", longest: 200 },
    { name: "departs", shape: "moment" },
    { name: "returns", shape: "moment" },
  ],
  columns: [
    { key: "name", width: [180, 1] },
    { key: "departs", width: [132, 0] },
    { key: "returns", width: [132, 0] },
    { key: "buses", derived: "buses", width: [320, 2] },
    { key: "code", width: [90, 0] },
  ],
  deeds: [
    plans("plan-routes", ["code", ...ROUTE]),
    changes("change-route", ROUTE),
    cancels("cancel-route"),
  ],
  shift: () => ({ action: "change-route", fields: ["departs", "returns"] }),
  needs: ["stop", "trip"],
  manifests: (e, lists) => {
    const mine = (all: Kind["name"], prefix: string) =>
      (lists[all] ?? [])
        .filter((one) => one.route === e.code && !one.cancelled)
        .map((one) => `${prefix}:${text(one, "code")}`);
    return [...mine("stop", "site"), ...mine("trip", "trip")];
  },
  cautions: ({ departs = "", returns = "" }) =>
    departs && returns && returns <= departs ? ["leavesFirst"] : [],
};

export const stop: Kind = {
  name: "stop",
  desk: "excursion",
  read: "read-stops",
  list: at("excursion", "stops"),
  id: (e) => text(e, "code"),
  title: (e) => text(e, "name"),
  fields: [
    { name: "code", shape: "text", longest: 40 },
    { name: "route", shape: "code", from: "route" },
    { name: "seq", shape: "number", least: 0 },
    { name: "name", label: "site", shape: "text", longest: 200 },
    { name: "arrives", shape: "moment" },
    { name: "leaves", shape: "moment" },
    { name: "contact", shape: "code", from: "contact", optional: true },
  ],
  columns: [
    { key: "name", width: [170, 1] },
    { key: "route", width: [100, 1] },
    { key: "seq", width: [64, 0] },
    { key: "arrives", width: [132, 0] },
    { key: "leaves", width: [132, 0] },
    { key: "buses", derived: "buses", width: [260, 1] },
    { key: "contact", width: [130, 1] },
    { key: "list", derived: "list", width: [160, 1] },
    { key: "code", width: [80, 0] },
  ],
  deeds: [
    plans("plan-stops", ["code", "route", ...STOP]),
    puts("retime-stop", "/arrival", ["arrives"]),
    changes("change-stop", STOP),
    cancels("cancel-stop"),
  ],
  shift: () => ({ action: "change-stop", fields: ["arrives", "leaves"] }),
  needs: ["route"],
  manifests: (e) => [`site:${text(e, "code")}`],
  cautions: ({ arrives = "", leaves = "" }) =>
    arrives && leaves && leaves <= arrives ? ["leavesFirst"] : [],
};
