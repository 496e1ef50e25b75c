import { el } from "../dom.ts";
import { moment } from "../words.ts";
import { agenda, days, type Item, next } from "./agenda.ts";
import type { Leg, Own, PersonalPage } from "./types.ts";
import { dayOf, role, say, timeOf } from "./words.ts";

export function nextView(page: PersonalPage): HTMLElement | null {
  const item = next(agenda(page), page.now);
  return item
    ? el(
        "section",
        { class: "card next" },
        el("h2", {}, say("next")),
        el("p", { class: "when" }, `${dayOf(item.at)} ${timeOf(item.at)}`),
        itemView(item),
      )
    : null;
}

export function busesView(page: PersonalPage): HTMLElement {
  return el(
    "section",
    { class: "card" },
    el("h2", {}, say("my.bus")),
    page.buses.length === 0 ? el("p", { class: "muted" }, say("no.bus")) : null,
    page.buses.map((bus) =>
      el(
        "div",
        { class: "bus" },
        el("p", { class: "plate" }, bus.plate || "—"),
        el(
          "p",
          {},
          el("strong", {}, say("bus.of", { bus: bus.trip })),
          ` · ${bus.departs ? say("departs", { at: moment(bus.departs) }) : say("departs.unknown")}`,
        ),
        bus.route ? el("p", { class: "muted" }, bus.route) : null,
      ),
    ),
  );
}

function itemView(item: Item): HTMLElement {
  const title =
    item.kind === "bus"
      ? say("bus.of", { bus: item.title })
      : item.kind === "meal"
        ? mealTitle(item.why)
        : item.title;
  return el(
    "div",
    { class: `thing ${item.kind}` },
    el(
      "p",
      {},
      item.kind === "meal" ? null : el("span", { class: "kind" }, `${say(item.kind)} `),
      el("strong", {}, title),
    ),
    item.place ? el("p", { class: "place" }, item.place) : null,
    item.absent ? el("p", { class: "muted" }, say("absent")) : null,
  );
}

const mealTitle = (why: string): string =>
  why === "route" || why === "rank" || why === "hotel" ? say(`meal.${why}`) : say("meal");

export function scheduleView(page: PersonalPage): HTMLElement {
  const items = agenda(page);
  return el(
    "section",
    { class: "card schedule" },
    el("h2", {}, say("title")),
    items.length === 0 ? el("p", {}, say("nothing")) : null,
    days(items).map(([day, things]) =>
      el(
        "div",
        { class: "day" },
        el("h3", {}, dayOf(day), page.now.slice(0, 10) === day ? ` · ${say("today")}` : ""),
        el(
          "ul",
          {},
          things.map((item) =>
            el(
              "li",
              { class: item.at <= page.now || item.absent ? "item past" : "item" },
              el("span", { class: "time" }, timeOf(item.at)),
              itemView(item),
            ),
          ),
        ),
      ),
    ),
  );
}

export function telephonesView(page: PersonalPage): HTMLElement | null {
  return page.telephones.length === 0
    ? null
    : el(
        "section",
        { class: "card" },
        el("h2", {}, say("call")),
        el(
          "ul",
          { class: "telephones" },
          page.telephones.map((one) =>
            el(
              "li",
              {},
              el(
                "span",
                { class: "muted" },
                role(one.role),
                one.trip ? ` · ${say("bus.of", { bus: one.trip })}` : "",
              ),
              el(
                "a",
                { class: "button wide", href: `tel:${one.phone.replace(/[^0-9+]/g, "")}` },
                el("span", {}, one.name),
                " ",
                el("span", { class: "number" }, one.phone),
              ),
            ),
          ),
        ),
      );
}

export function ownView(own: Own): readonly HTMLElement[] {
  return [
    ...(own.rooms.length === 0 ? [el("p", { class: "muted" }, say("rooms.none"))] : []),
    ...own.rooms.map((room) =>
      el(
        "div",
        { class: "own" },
        el("p", { class: "muted" }, room.title),
        el(
          "p",
          { class: "plate" },
          room.room ? say("room.number", { room: room.room }) : say("room.none"),
        ),
        el(
          "p",
          {},
          say("room.stay", { from: moment(room.from), to: moment(room.to) }),
          room.phone
            ? el(
                "a",
                { class: "inline", href: `tel:${room.phone.replace(/[^0-9+]/g, "")}` },
                room.phone,
              )
            : null,
        ),
      ),
    ),
    ...own.pickups.map((pickup) =>
      el(
        "div",
        { class: "own" },
        el("p", { class: "muted" }, say("pickup")),
        el("p", { class: "plate" }, pickup.plate || pickup.trip),
        el("p", {}, pickup.from ? say("pickup.at", { from: pickup.from }) : ""),
      ),
    ),
    leg("arrival", own.arrival),
    leg("departure", own.departure),
  ];
}

function leg(kind: "arrival" | "departure", way: Leg | null): HTMLElement {
  const parts = way ? [way.number, way.place, way.time ? moment(way.time) : ""] : [];
  const known = parts.filter((p) => p !== "");
  return el(
    "div",
    { class: "own" },
    el("p", { class: "muted" }, say(kind)),
    el("p", {}, known.length > 0 ? el("strong", {}, known.join(" · ")) : say("unknown")),
  );
}
