import { at, type Kind, text } from "./kinds";

/** The halls that sessions name, and how many each seats; no list says so. */
export const hall: Kind = {
  name: "hall",
  desk: "venue",
  read: "read-sessions",
  list: at("venue", "halls"),
  untold: true,
  id: (e) => text(e, "name"),
  title: (e) => text(e, "name"),
  fields: [
    { name: "name", label: "hall", shape: "text", longest: 200 },
    { name: "capacity", label: "hallSeats", shape: "number", least: 1, optional: true },
  ],
  columns: [
    { key: "name", width: [220, 2] },
    { key: "capacity", width: [120, 0] },
    { key: "held", derived: "held", width: [360, 3] },
  ],
  order: "name",
  deeds: [
    {
      action: "change-hall",
      does: "change",
      fields: () => ["capacity"],
      request: ({ capacity = "" }) => ({
        method: "PUT",
        path: "",
        body: { capacity: capacity.trim() === "" ? null : Number(capacity) },
      }),
    },
  ],
  needs: ["session"],
  manifests: (e, lists) =>
    (lists.session ?? [])
      .filter((s) => s.hall === e.name && !s.cancelled)
      .map((s) => `session:${text(s, "code")}`),
};
