import { cancels, changes, plans } from "./deeds";
import { at, type Kind, text } from "./kinds";

export const delegation: Kind = {
  name: "delegation",
  desk: "registration",
  read: "read-delegations",
  list: at("registration", "delegations"),
  id: (e) => text(e, "code"),
  title: (e) => text(e, "name"),
  fields: [
    { name: "code", shape: "text", longest: 40 },
    { name: "name", label: "delegation", shape: "text", longest: 200 },
  ],
  columns: [
    { key: "name", width: [240, 2] },
    { key: "code", width: [120, 0] },
    { key: "people", derived: "people", width: [120, 0] },
  ],
  deeds: [
    plans("register-delegations", ["code", "name"]),
    changes("correct-delegation", ["name"]),
    cancels("cancel-delegation"),
  ],
  needs: [],
  manifests: () => [],
};

export const conference: Kind = {
  name: "conference",
  desk: "registration",
  read: "read-conference",
  list: (id) => `/api/registration/conferences/${id}`,
  single: true,
  id: (e) => text(e, "id"),
  title: (e) => text(e, "name"),
  fields: [
    { name: "code", shape: "text", longest: 60 },
    { name: "name", label: "conference", shape: "text", longest: 200 },
    { name: "timezone", shape: "text", from: "timezone", longest: 60 },
    { name: "starts", shape: "moment" },
    { name: "ends", shape: "moment" },
    { name: "registrationDeadline", shape: "moment", optional: true },
  ],
  columns: [
    { key: "name", width: [260, 2] },
    { key: "code", width: [140, 1] },
    { key: "starts", width: [132, 0] },
    { key: "ends", width: [132, 0] },
    { key: "registrationDeadline", width: [132, 0] },
    { key: "timezone", width: [140, 0] },
  ],
  deeds: [
    changes("correct-conference", [
      "code",
      "name",
      "timezone",
      "starts",
      "ends",
      "registrationDeadline",
    ]),
  ],
  needs: [],
  manifests: () => [],
  cautions: ({ starts = "", ends = "" }) =>
    starts && ends && ends <= starts ? ["leavesFirst"] : [],
};
