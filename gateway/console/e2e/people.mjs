import { fillConference, makeConference } from "./conference.mjs";

const DESKS = ["excursion", "registration", "catering"];
const ALL_DESKS = [...DESKS, "accommodation", "transport"];

/**
 * Signs in with what was given. An administrator exchanges a one-time password, and makes a user
 * for the journey, and a small conference where there is none; anybody else goes on as themselves.
 */
export async function userForTheJourney(desk, { account, password, chosen }) {
  await desk.signIn(account, password);
  if (await desk.mustChangePassword()) {
    await desk.changePassword(password, chosen);
  }
  const me = await desk.ask("GET", "/session");
  if (!me.platformRoles.includes("administrator")) {
    return { account, password };
  }
  const there = await desk.ask("GET", "/api/registration/conferences");
  const conference = there[0]?.id ?? (await makeConference(desk));
  const user = { account: `night-${Date.now()}`, name: "陈静", password: `${chosen}-night` };
  await desk.ask("POST", "/accounts", user);
  for (const role of there.length > 0 ? DESKS : ALL_DESKS) {
    await desk.ask("PUT", `/accounts/${user.account}/grants/${conference}/${role}`);
  }
  if (there.length === 0) {
    await desk.signOut();
    await desk.signIn(user.account, user.password);
    await fillConference(desk, conference);
  }
  return user;
}
