import { randomBytes } from "node:crypto";
import { Clerk } from "./clerk.mjs";

const ROLES = [
  "registration",
  "accommodation",
  "catering",
  "transport",
  "excursion",
  "venue",
  "protocol",
  "liaison",
  "duty",
];
const SAMPLE = "WW2026";
const AFTERNOON = "2026-06-09T13:40";
const DESKS = ["registration", "duty"];
const OTHERS = [
  {
    code: "SPONGE2026",
    name: "海绵城市建设现场推进会",
    timezone: "Asia/Shanghai",
    starts: "2026-09-15T09:00",
    ends: "2026-09-17T12:00",
    rehearsal: false,
  },
  {
    code: "DRINK2027",
    name: "全国城镇供水安全保障与智慧水务建设工作会议",
    timezone: "Asia/Shanghai",
    starts: "2027-03-22T09:00",
    ends: "2027-03-25T12:00",
    rehearsal: true,
  },
];

/**
 * The sample conference in the afternoon of its excursions: live, in rehearsal, with some changes
 * made and one bus called.
 *
 * @returns somebody with every role in it, and what the screens are about
 */
export async function rehearsed(url, account, password) {
  const administrator = new Clerk(url);
  const me = await administrator.signIn(account, password);
  if (me.mustChangePassword) {
    const chosen = randomBytes(12).toString("base64url");
    await administrator.ask("PUT", "/session/password", { current: password, new: chosen });
  }
  const conferences = await administrator.ask("GET", "/api/registration/conferences");
  const sample = conferences.find((c) => c.code === SAMPLE && c.rehearsal);
  if (!sample) {
    throw new Error(`The sample conference ${SAMPLE} is not there, or it is no rehearsal.`);
  }
  const user = await somebody(administrator, "chenjing", "陈静", [sample.id], ROLES);
  const liaison = await somebody(administrator, "weilianluo", "韦联络", [sample.id], ["liaison"]);
  const others = await Promise.all(OTHERS.map((o) => another(administrator, o)));
  const visitor = await somebody(
    administrator,
    "lizhiyuan",
    "李志远",
    [sample.id, ...others],
    DESKS,
  );
  const clerk = new Clerk(url);
  clerk.conference = sample.id;
  clerk.user = user;
  await clerk.signIn(user.account, user.password);
  const phase = await clerk.ask("GET", clerk.at("notification", "phase"));
  if (!phase.live) {
    await clerk.goLive();
  }
  await clerk.setClock(AFTERNOON);
  return { clerk, liaison, visitor, ...(await changed(clerk)) };
}

/** Who has these roles in these conferences. */
async function somebody(administrator, called, name, conferences, roles) {
  const made = {
    account: `${called}-${Date.now() % 100_000}`,
    name,
    password: randomBytes(12).toString("base64url"),
  };
  await administrator.ask("POST", "/accounts", made);
  for (const conference of conferences) {
    for (const role of roles) {
      await administrator.ask("PUT", `/accounts/${made.account}/grants/${conference}/${role}`);
    }
  }
  return made;
}

async function another(administrator, conference) {
  return (await administrator.ask("POST", "/api/registration/conferences", conference)).id;
}

/** Two people change buses and one their diet; bus X1A is called, and somebody is missing. */
async function changed(clerk) {
  const all = await clerk.ask("GET", clerk.at("excursion", "memberships"));
  const members = all.filter((m) => !m.absent && m.bus);
  const aboard = members.filter((m) => m.bus === "X1A").map((m) => m.person);
  const [leaving, missing] = aboard;
  const [coming] = members.filter((m) => m.route === "R2").map((m) => m.person);
  const before = (await clerk.settled("site:S11", 1)).version;
  await clerk.switchRoute(leaving, "R2");
  await clerk.settled("site:S11", before + 1);
  await clerk.switchRoute(coming, "R1");
  await clerk.settled("site:S11", before + 2);
  const [last] = await clerk.ask("GET", clerk.at("notification", `people/${coming}/changes`));
  const riders = aboard.filter((p) => p !== leaving).map((id) => ({ id }));
  await clerk.callTheRoll(
    "X1A",
    [{ id: missing }, ...riders.filter((r) => r.id !== missing)],
    AFTERNOON,
  );
  const call = `call:${await clerk.callsToMake()}`;
  const site = await clerk.link("SITE-S11");
  const kitchen = await clerk.link("KITCHEN-H1");
  const badge = await clerk.ask("POST", clerk.at("notification", `people/${coming}/personal-link`));
  return { person: coming, change: last.id, before, call, site, kitchen, me: badge.link };
}
