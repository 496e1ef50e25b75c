import { useMemo, useState } from "react";
import type { Fields, ManifestContent } from "../api/types";
import { useWords } from "../i18n/I18n";
import type { Words } from "../i18n/messages";
import { Icon } from "../styles/Icon";
import { fieldOrder } from "./lines";
import { type Catalogue, fieldValue, kindOf, lineName } from "./naming";

const MANY = 15;

export interface Row {
  readonly key: string;
  readonly name: string;
  readonly fields: Fields;
  readonly text: string;
}

interface Order {
  /** Empty for the line's own name. */
  readonly field: string;
  readonly down: boolean;
}

interface Props {
  readonly content: ManifestContent;
  readonly known: Catalogue;
}

/** The lines of a manifest, to be found and to be put in order by any column. */
export function LinesTable({ content, known }: Props) {
  const words = useWords();
  const { t, word } = words;
  const [asked, setAsked] = useState("");
  const [order, setOrder] = useState<Order | null>(null);
  const rows = useMemo(() => rowsOf(content, known, words), [content, known, words]);
  const fields = fieldOrder(Object.values(content.lines).flatMap((f) => Object.keys(f)));
  const columns = ["", ...fields.filter((field) => field !== "name")];
  const needle = asked.trim().toLowerCase();
  const shown = sorted(
    rows.filter((r) => r.text.includes(needle)),
    order,
    words.language,
  );
  const turn = (field: string) =>
    setOrder((now) =>
      now?.field === field && now.down ? null : { field, down: now?.field === field },
    );
  return (
    <>
      {rows.length > MANY && (
        <div className="find-box in-manifest">
          <Icon name="search" />
          <input
            type="search"
            aria-label={t("manifests.filter")}
            placeholder={t("manifests.filter")}
            value={asked}
            onChange={(e) => setAsked(e.target.value)}
          />
        </div>
      )}
      <div className="lines-frame">
        <table className="lines">
          <thead>
            <tr>
              {columns.map((field) => (
                <th key={field} scope="col" aria-sort={ariaSort(order, field)}>
                  <button type="button" onClick={() => turn(field)}>
                    {word("field", field || nameOf(content.manifest, fields))}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {columns.slice(1).map((field) => (
                  <td key={field} className={`of-${field}`}>
                    {fieldValue(field, row.fields[field] ?? "", known, words) || "–"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function ariaSort(order: Order | null, field: string): "ascending" | "descending" | "none" {
  if (order?.field !== field) {
    return "none";
  }
  return order.down ? "descending" : "ascending";
}

/** What the first column is called: lines are people, diets or delegations. */
export function nameOf(manifest: string, fields: readonly string[]): string {
  if (fields.includes("name")) {
    return "name";
  }
  const kind = kindOf(manifest);
  return kind === "meal" ? "diet" : kind === "session" ? "delegation" : "line";
}

export function rowsOf(
  { manifest, lines }: ManifestContent,
  known: Catalogue,
  words: Words,
): Row[] {
  return Object.entries(lines)
    .map(([key, fields]) => {
      const name = lineName(manifest, key, fields, known, words);
      const values = Object.entries(fields).map(([f, v]) => fieldValue(f, v, known, words));
      return { key, name, fields, text: [name, ...values].join("\n").toLowerCase() };
    })
    .sort(
      (a, b) =>
        (a.fields.delegation ?? "").localeCompare(b.fields.delegation ?? "") ||
        a.name.localeCompare(b.name, words.language),
    );
}

function sorted(rows: readonly Row[], order: Order | null, language: string): readonly Row[] {
  if (!order) {
    return rows;
  }
  const value = (row: Row) => (order.field ? (row.fields[order.field] ?? "") : row.name);
  const up = rows.toSorted((a, b) => value(a).localeCompare(value(b), language, { numeric: true }));
  return order.down ? up.reverse() : up;
}
