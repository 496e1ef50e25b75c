import { beginMove, callSome } from "./pocket.mjs";

/** The liaison's phone, on which they have taken a bus. */
const POCKET = { desk: "liaison", page: "pocket", sizes: ["phone"] };

/**
 * Every screen that is pictured and held against the rules for everybody's use, one line each.
 *
 * desk: under which heading of docs/screens.md it stands.
 * at: behind the conference's own address; a function is given what the rehearsal has.
 * page: of whom, where it is no desk's: a recipient's link (site, kitchen), a paper's code (paper), a badge (me), the
 *   liaison's phone before it is anybody's (liaison) and after (pocket, at one of its rooms), somebody of several
 *   conferences (picker), the administrator by the one-time password (password).
 * sizes: only on these.
 * shows: what is there once the screen is.
 * first: what somebody does first.
 */
export const SCREENS = [
  { name: "sign-in", desk: "door", page: "door", shows: 'input[name="account"]' },
  { name: "password", desk: "door", page: "password", shows: 'input[name="current"]' },
  { name: "picker", desk: "door", page: "picker", shows: ".picker-item strong, .picker-name" },
  { name: "home", desk: "every-desk", at: "home", shows: ".home-part, .home-row" },
  {
    name: "change",
    desk: "every-desk",
    at: (r) => `changes?change=${r.change}`,
    shows: ".revised",
  },
  { name: "changes", desk: "every-desk", at: "changes", shows: ".change" },
  {
    name: "keys",
    desk: "every-desk",
    at: "home",
    shows: ".home-part, .home-row",
    first: (p) => p.keyboard.press("?"),
  },
  { name: "people", desk: "registration", at: "people", shows: ".overview" },
  {
    name: "person",
    desk: "registration",
    at: (r) => `people/${r.person}`,
    shows: '.fact[data-fact="route"] .fact-body',
  },
  {
    name: "person-form",
    desk: "registration",
    at: (r) => `people/${r.person}`,
    shows: '.fact[data-fact="diet"] .fact-body',
    first: openForm,
  },
  { name: "table", desk: "registration", at: "people?wide=", shows: ".table-row" },
  {
    name: "table-person",
    desk: "registration",
    at: (r) => `people/${r.person}?wide=`,
    shows: ".table-side .fact-body",
  },
  { name: "manifests", desk: "manifests", at: "manifests", shows: ".manifest-row" },
  { name: "manifest-site", desk: "manifests", at: "manifests/site:S11", shows: ".lines tbody tr" },
  {
    name: "manifest-difference",
    desk: "manifests",
    at: (r) => `manifests/site:S11?against=${r.before}`,
    shows: ".difference",
  },
  {
    name: "manifest-rooming",
    desk: "manifests",
    at: "manifests/rooming:H1",
    shows: ".lines tbody tr",
  },
  { name: "manifest-trip", desk: "manifests", at: "manifests/trip:X1A", shows: ".lines tbody tr" },
  { name: "manifest-meal", desk: "manifests", at: "manifests/meal:DR1", shows: ".lines tbody tr" },
  {
    name: "manifest-session",
    desk: "manifests",
    at: "manifests/session:OPENING",
    shows: ".lines tbody tr",
  },
  { name: "duty-gates", desk: "duty", at: "duty/gates", shows: ".gate" },
  {
    name: "leave-form",
    desk: "duty",
    at: "duty/gates",
    shows: '.gate[data-light="red"]',
    first: (p) => opened(p, '.gate[data-light="red"] .order-end button', ".gate .order"),
  },
  { name: "duty-calls", desk: "duty", at: "duty/calls", shows: ".call" },
  {
    name: "call-form",
    desk: "duty",
    at: (r) => `duty/${r.call}`,
    shows: '.call input[name="name"]',
  },
  {
    name: "duty-letters",
    desk: "duty",
    at: "duty/letters",
    shows: ".duty-panel h1, .duty-panel h2",
  },
  { name: "duty-log", desk: "duty", at: "duty/log", shows: ".note-form" },
  { name: "duty-debt", desk: "duty", at: "duty/debt:SITE-S11", shows: ".standing" },
  {
    name: "acknowledge-form",
    desk: "duty",
    at: "duty/debt:SITE-S11",
    shows: ".standing-versions button",
    first: (p) => opened(p, ".standing-versions button", ".acknowledge"),
  },
  {
    name: "settle-form",
    desk: "duty",
    at: (r) => `changes?change=${r.change}`,
    shows: ".case-head button",
    first: (p) => opened(p, ".case-head button", ".settle"),
  },
  { name: "wall", desk: "duty", at: "duty?wall", shows: ".wall-gate" },
  {
    name: "boards",
    desk: "boards",
    at: "boards/overview",
    shows: '.panel[data-panel="nights"] .night',
  },
  { name: "board-arrivals", desk: "boards", at: "boards/arrivals", shows: ".wave" },
  { name: "board-rooms", desk: "boards", at: "boards/rooms", shows: ".room-cell" },
  { name: "board-seats", desk: "boards", at: "boards/seats", shows: ".bus-large" },
  { name: "board-halls", desk: "boards", at: "boards/halls", shows: ".hall-block" },
  {
    name: "board-ripple",
    desk: "boards",
    at: (r) => `boards/ripple?change=${r.change}`,
    shows: ".ripple-board svg",
  },
  { name: "plans-moving", desk: "plans", at: "plans/moving", shows: ".moving" },
  { name: "plans-sessions", desk: "plans", at: "plans/session", shows: ".table-row" },
  { name: "plans-meals", desk: "plans", at: "plans/meal", shows: ".table-row" },
  { name: "plans-trips", desk: "plans", at: "plans/trip", shows: ".table-row" },
  { name: "plans-stops", desk: "plans", at: "plans/stop", shows: ".table-row" },
  { name: "plans-rooms", desk: "plans", at: "plans/room", shows: ".table-row" },
  { name: "imports", desk: "registration", at: "imports", shows: ".offices" },
  { name: "contacts", desk: "notices", at: "notices/contacts", shows: ".notice-rooms li" },
  {
    name: "audience",
    desk: "notices",
    at: "notices/audience",
    shows: ".notice-rooms h1, .notice-rooms h2",
  },
  {
    name: "ladders",
    desk: "notices",
    at: "notices/ladders",
    shows: ".notice-rooms h1, .notice-rooms h2",
  },
  {
    name: "reminders",
    desk: "notices",
    at: "notices/reminders",
    shows: ".notice-rooms h1, .notice-rooms h2",
  },
  { name: "liaison", desk: "liaison", page: "liaison", shows: "input" },
  { name: "liaison-choosing", ...POCKET, at: "choosing", shows: ".choice" },
  { name: "liaison-pin", ...POCKET, at: "pin", shows: 'input[name="pin"]' },
  { name: "liaison-roll", ...POCKET, at: "roll", shows: ".rider", first: callSome },
  { name: "liaison-route", ...POCKET, at: "route", shows: ".stops li" },
  { name: "liaison-buses", ...POCKET, at: "buses", shows: ".bus" },
  { name: "liaison-move", ...POCKET, at: "roll", shows: ".rider", first: beginMove },
  { name: "site-lists", desk: "recipient", page: "kitchen", shows: ".entry" },
  { name: "site-list", desk: "recipient", page: "site", shows: ".version strong" },
  { name: "paper", desk: "recipient", page: "paper", shows: ".verdict" },
  { name: "badge", desk: "guest", page: "me", shows: ".schedule" },
];

/** The desks, in the order of docs/screens.md, in both languages. */
export const DESKS = {
  door: ["登录", "Signing in"],
  "every-desk": ["每个工作台", "Every desk"],
  registration: ["人员", "People"],
  manifests: ["清单", "Manifests"],
  duty: ["值班室", "The duty room"],
  boards: ["看板", "Boards"],
  plans: ["计划", "Plans"],
  notices: ["通知", "Who is told"],
  liaison: ["联络员手机", "The liaison's phone"],
  recipient: ["接收方", "Recipients"],
  guest: ["参会人员", "Guests"],
};

async function opened(page, button, form) {
  await page.locator(button).first().click();
  await page.locator(form).first().waitFor();
}

async function openForm(page) {
  await page.locator('.fact[data-fact="diet"] .fact-action').click();
  await page.locator(".order").waitFor();
}
