import { actions } from "@rights";
import type { Action } from "../session/useRole";
import { hold, hotel, lodging, room } from "./accommodation";
import { meal } from "./catering";
import { route, stop } from "./excursion";
import { hall } from "./halls";
import type { Deed, Entry, Kind, KindName } from "./kinds";
import { conference, delegation } from "./registration";
import { standby, trip } from "./transport";
import { session } from "./venue";

/** All tables, desk by desk. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  session,
  hall,
  meal,
  trip,
  standby,
  route,
  stop,
  hotel,
  room,
  hold,
  lodging,
  delegation,
  conference,
};

/** As whom somebody may do something; empty: they may not. */
export const rolesFor = (action: Action, mine: readonly string[]): readonly string[] =>
  actions[action].roles.filter((role: string) => mine.includes(role));

export interface DeskTables {
  readonly desk: string;
  readonly kinds: readonly Kind[];
}

/** The tables that somebody may read, their own desks' first. */
export function tablesFor(mine: readonly string[]): readonly DeskTables[] {
  const may = Object.values(KINDS).filter((kind) => rolesFor(kind.read, mine).length > 0);
  const desks = [...new Set(may.map((kind) => kind.desk))];
  return desks
    .sort((a, b) => Number(mine.includes(b)) - Number(mine.includes(a)))
    .map((desk) => ({ desk, kinds: may.filter((kind) => kind.desk === desk) }));
}

/** What somebody may do with what stands there; with what is cancelled, nothing. */
export const deedsOf = (
  kind: Kind,
  entry: Entry | null,
  mine: readonly string[],
): readonly Deed[] =>
  kind.deeds.filter(
    (deed) =>
      (deed.does === "plan") === (entry === null) &&
      !entry?.cancelled &&
      !(entry && kind.passedOn?.(entry)) &&
      rolesFor(deed.action, mine).length > 0,
  );

/** The command by which a field is changed where it stands. */
export const deedAt = (
  kind: Kind,
  column: string,
  draft: Readonly<Record<string, string>>,
): Deed | undefined =>
  kind.deeds.find((deed) => deed.does === "change" && deed.fields(draft).includes(column));

/** `trip:X1A` leads to one of a table, `trip` to the table. */
export function placeOf(open: string | null): { kind: Kind | null; id: string | null } {
  const [name = "", ...rest] = (open ?? "").split(":");
  const kind = Object.values(KINDS).find((k) => k.name === name) ?? null;
  return { kind, id: rest.length > 0 ? rest.join(":") : null };
}
