import { fillConference, makeConference } from "./conference.mjs";

const DESKS = ["excursion", "registration", "catering", "accommodation", "transport"];

/**
 * Signs in with what was given. An administrator exchanges a one-time password, and makes a user
 * for the journey, and a small conference of its own; anybody else goes on as themselves.
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
  const conference = await makeConference(desk);
  const user = { account: `night-${Date.now()}`, name: "陈静", password: `${chosen}-night` };
  await desk.ask("POST", "/accounts", user);
  for (const role of DESKS) {
    await desk.ask("PUT", `/accounts/${user.account}/grants/${conference}/${role}`);
  }
  await desk.signOut();
  await desk.signIn(user.account, user.password);
  await fillConference(desk, conference);
  return user;
}
