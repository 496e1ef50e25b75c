import type { PersonalPage } from "./types.ts";

/** One thing of the day, in the order of time. */
export interface Item {
  at: string;
  kind: "session" | "meal" | "bus" | "site";
  title: string;
  place: string;
  why: string;
  absent: boolean;
}

export function agenda(page: PersonalPage): readonly Item[] {
  const items: Item[] = [
    ...page.sessions.map((s) => ({
      at: s.starts,
      kind: "session" as const,
      title: s.title,
      place: s.hall,
      why: "",
      absent: s.absent,
    })),
    ...page.meals.map((m) => ({
      at: m.starts,
      kind: "meal" as const,
      title: "",
      place: m.place,
      why: m.why,
      absent: m.absent,
    })),
    ...page.sites.map((s) => ({
      at: s.arrives,
      kind: "site" as const,
      title: s.title,
      place: "",
      why: "",
      absent: false,
    })),
  ];
  for (const bus of page.buses) {
    if (bus.departs) {
      items.push({
        at: bus.departs,
        kind: "bus",
        title: bus.trip,
        place: bus.plate,
        why: bus.route,
        absent: false,
      });
    }
  }
  return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The first thing that has not begun. */
export const next = (items: readonly Item[], now: string): Item | null =>
  items.find((i) => !i.absent && i.at > now) ?? null;

/** By day, in order. */
export function days(items: readonly Item[]): readonly (readonly [string, readonly Item[]])[] {
  const found: [string, Item[]][] = [];
  for (const item of items) {
    const day = item.at.slice(0, 10);
    const last = found[found.length - 1];
    if (last && last[0] === day) {
      last[1].push(item);
    } else {
      found.push([day, [item]]);
    }
  }
  return found;
}
