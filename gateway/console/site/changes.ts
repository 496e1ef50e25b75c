import { el } from "./dom.ts";
import {
  type ChangedLine,
  details,
  differences,
  fieldName,
  fieldValue,
  headerDifferences,
  type Line,
  lineName,
} from "./lines.ts";
import type { Buses, Changes, FieldChange, Fields } from "./types.ts";
import { t } from "./words.ts";

/** What a line says besides its name, on one row. */
export function detailsRow(
  fields: Fields,
  buses: Buses,
  without: readonly string[] = [],
): HTMLElement | null {
  const said = details(fields, without);
  return said.length === 0
    ? null
    : el(
        "span",
        { class: "details" },
        said.map((f) =>
          el(
            "span",
            { class: "detail" },
            el("span", { class: "field" }, `${fieldName(f)} `),
            fieldValue(f, fields[f] ?? "", buses),
          ),
        ),
      );
}

function changedFields(
  list: readonly { field: string; before: string; after: string }[],
  buses: Buses,
): HTMLElement {
  return el(
    "span",
    { class: "details" },
    list.map(({ field, before, after }) =>
      el(
        "span",
        { class: "detail" },
        el("span", { class: "field" }, `${fieldName(field)} `),
        el("strong", {}, fieldValue(field, after, buses)),
        " ",
        el("del", {}, t("was", { value: fieldValue(field, before, buses) })),
      ),
    ),
  );
}

function section(
  kind: "added" | "struck" | "changed",
  manifestKind: string,
  lines: readonly Line[],
  rest: (line: Line) => HTMLElement | null,
): HTMLElement | null {
  if (lines.length === 0) {
    return null;
  }
  const sign = kind === "added" ? "+" : kind === "struck" ? "−" : "±";
  return el(
    "section",
    { class: `diff ${kind}` },
    el(
      "h3",
      {},
      el("span", { class: "sign", "aria-hidden": "true" }, sign),
      `${t(kind)} `,
      el("span", { class: "number" }, String(lines.length)),
    ),
    el(
      "ul",
      { class: "lines" },
      lines.map((line) =>
        el(
          "li",
          {},
          el(kind === "struck" ? "del" : "span", { class: "name" }, lineName(manifestKind, line)),
          rest(line),
        ),
      ),
    ),
  );
}

/** Added, struck out, changed; null where nothing differs. */
export function changeSections(
  kind: string,
  changes: Changes,
  header: Readonly<Record<string, FieldChange>>,
  buses: Buses,
): HTMLElement[] {
  const found = differences(kind, changes);
  const basics = headerDifferences(header);
  return [
    basics.length === 0
      ? null
      : el(
          "section",
          { class: "diff changed" },
          el(
            "h3",
            {},
            el("span", { class: "sign", "aria-hidden": "true" }, "±"),
            t("changes.header"),
          ),
          el("p", { class: "lines" }, changedFields(basics, buses)),
        ),
    section("added", kind, found.added, (l) => detailsRow(l.fields, buses)),
    section("struck", kind, found.struck, (l) => detailsRow(l.fields, buses)),
    section("changed", kind, found.changed, (l) =>
      changedFields((l as ChangedLine).differences, buses),
    ),
  ].filter((s): s is HTMLElement => s !== null);
}
