import { useMemo } from "react";
import type { Delegation } from "../api/types";
import { findable, found, joined } from "../people/finding";
import { type Filter, filtered, type Row, type Sorting, sorted } from "./rows";

/**
 * The rows that are asked for, in the order that is asked for.
 *
 * @param asked what is typed
 * @param there whom the server has found by it; null while it is not known
 */
export function useShown(
  rows: readonly Row[],
  delegations: ReadonlyMap<string, Delegation>,
  asked: string,
  there: readonly string[] | null,
  filter: Filter,
  sorting: Sorting | null,
): readonly Row[] {
  const all = useMemo(
    () =>
      findable(
        rows.map((r) => r.person),
        delegations,
      ),
    [rows, delegations],
  );
  return useMemo(() => {
    let some = rows;
    if (asked.trim()) {
      const byId = new Map(rows.map((r) => [r.person.id, r]));
      some = joined(all, found(all, asked), there)
        .map((f) => byId.get(f.person.id))
        .filter((r): r is Row => !!r);
    }
    return sorted(filtered(some, filter), sorting);
  }, [rows, all, asked, there, filter, sorting]);
}
