import { cancels, changes, plans } from "./deeds";
import { at, type Kind, text } from "./kinds";

const SAID = ["title", "hall", "starts", "contact"];

export const session: Kind = {
  name: "session",
  desk: "venue",
  read: "read-sessions",
  list: at("venue", "sessions"),
  id: (e) => text(e, "code"),
  title: (e) => text(e, "title"),
  fields: [
    { name: "code", shape: "text", longest: 64 },
    { name: "title", shape: "text", longest: 200 },
    { name: "hall", shape: "text", from: "hall", longest: 200 },
    { name: "starts", shape: "moment" },
    { name: "contact", shape: "code", from: "contact", optional: true },
  ],
  columns: [
    { key: "title", width: [200, 2] },
    { key: "starts", width: [132, 0] },
    { key: "hall", width: [150, 1] },
    { key: "seatsNeeded", derived: "seatsNeeded", width: [120, 0] },
    { key: "contact", width: [140, 1] },
    { key: "list", derived: "list", width: [170, 1] },
    { key: "code", width: [90, 0] },
  ],
  order: "starts",
  deeds: [
    plans("plan-sessions", ["code", ...SAID]),
    changes("move-session", SAID),
    cancels("cancel-session"),
  ],
  shift: () => ({ action: "move-session", fields: ["starts"] }),
  needs: ["hall"],
  manifests: (e) => [`session:${text(e, "code")}`],
  cautions: ({ starts = "" }, now) => (now && starts && starts < now ? ["startPast"] : []),
};
