import { type ReactNode, useState } from "react";
import { FIELDS, type Pending, type RosterField, type Sheet, type SheetRow } from "../api/rosters";
import { useWords } from "../i18n/I18n";
import { useRole } from "../session/useRole";
import { MappingForm } from "./MappingForm";
import { columnsOf, fieldAt, headingAt, letters, nthAlike, type Said } from "./mapping";

interface Props {
  readonly conference: string;
  readonly office: string;
  readonly sheet: Sheet;
  readonly waiting: readonly Pending[];
  readonly learned: (all: boolean) => void;
}

const MOST_COLUMNS = 40;

/**
 * A sheet as it is: its header marked, above each column the field that it was taken for. Whoever may
 * says otherwise; where no header was recognised, they say first which row it is.
 */
export function SheetGrid({ conference, office, sheet, waiting, learned }: Props) {
  const { t, word } = useWords();
  const may = useRole(conference, "add-synonyms") !== undefined;
  const [header, setHeader] = useState<number | null>(null);
  const [said, setSaid] = useState<Said>({});
  const table = sheet.tables[0] ?? null;
  const columns = columnsOf(sheet).slice(0, MOST_COLUMNS);
  const row = table?.headerTo ?? header ?? 0;
  const canSay = may && (table !== null || header !== null);
  const isHeader = (n: number) =>
    sheet.tables.some((x) => n >= x.headerFrom && n <= x.headerTo) || n === header;
  const reasonAt = new Map(waiting.map((w) => [`${w.row}:${w.column}`, w.reason]));

  const fieldOf = (at: number): RosterField | "" => said[at] ?? fieldAt(table, at);
  const choose = (at: number, field: RosterField | "") => {
    const { [at]: _, ...others } = said;
    setSaid(field === fieldAt(table, at) ? others : { ...others, [at]: field });
  };
  const label = (at: number) => {
    const nth = nthAlike(sheet, table, row, at);
    const heading = headingAt(sheet, table, row, at) || t("imports.noHeading");
    return t("imports.columnMeans", {
      column: letters(at),
      heading: nth > 0 ? t("imports.nthAlike", { heading, nth }) : heading,
    });
  };

  const mapping = (at: number): ReactNode => {
    const field = fieldOf(at);
    const heading = headingAt(sheet, table, row, at);
    if (!canSay || heading === "") {
      return (
        <span className="sheet-field">
          {field === "" ? t("imports.unread") : word("rosterField", field)}
        </span>
      );
    }
    return (
      <select
        className="sheet-field"
        aria-label={label(at)}
        value={field}
        onChange={(e) => choose(at, e.target.value as RosterField | "")}
      >
        <option value="">{t(table ? "imports.unread" : "imports.auto")}</option>
        {FIELDS.map((f) => (
          <option key={f} value={f}>
            {word("rosterField", f)}
          </option>
        ))}
      </select>
    );
  };

  return (
    <>
      {table === null && (
        <p className="import-note">
          {t(
            !may
              ? "imports.noTable"
              : header === null
                ? "imports.pickHeader"
                : "imports.sayColumns",
          )}
        </p>
      )}
      <section
        className="sheet-frame"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        aria-label={sheet.name || t("imports.sheets")}
      >
        <table className="sheet">
          <thead>
            <tr>
              <td />
              {columns.map((at) => (
                <th
                  key={at}
                  scope="col"
                  data-taken={fieldOf(at) !== "" || undefined}
                  data-said={said[at] !== undefined || undefined}
                >
                  <span className="sheet-letter">{letters(at)}</span>
                  {mapping(at)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((r, n) => (
              <Row
                key={r.number}
                row={r}
                columns={columns}
                header={isHeader(r.number)}
                gap={n > 0 && r.number - (sheet.rows[n - 1]?.number ?? 0) > 1}
                pick={table === null && may ? () => setHeader(r.number) : null}
                reason={(at) => {
                  const reason = reasonAt.get(`${r.number}:${letters(at)}`);
                  return reason ? word("waits", reason) : undefined;
                }}
              />
            ))}
          </tbody>
        </table>
      </section>
      {Object.keys(said).length > 0 && (
        <MappingForm
          conference={conference}
          office={office}
          sheet={sheet}
          table={table}
          row={row}
          said={said}
          done={(all) => {
            setSaid({});
            learned(all);
          }}
          cancel={() => setSaid({})}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly row: SheetRow;
  readonly columns: readonly number[];
  readonly header: boolean;
  /** Rows before it are left out. */
  readonly gap: boolean;
  readonly pick: (() => void) | null;
  readonly reason: (at: number) => string | undefined;
}

function Row({ row, columns, header, gap, pick, reason }: RowProps) {
  const { t } = useWords();
  const covered = new Set(
    row.cells.flatMap((c) => Array.from({ length: c.columns - 1 }, (_, n) => c.at + n + 1)),
  );
  return (
    <tr data-header={header || undefined} data-gap={gap || undefined}>
      <th scope="row">
        {pick ? (
          <button
            type="button"
            className="sheet-pick"
            aria-label={t("imports.isHeader", { row: row.number })}
            aria-pressed={header}
            onClick={pick}
          >
            {row.number}
          </button>
        ) : (
          row.number
        )}
      </th>
      {columns.map((at) => {
        const cell = row.cells.find((c) => c.at === at);
        const why = reason(at);
        return covered.has(at) ? null : (
          <td
            key={at}
            colSpan={cell && cell.columns > 1 ? cell.columns : undefined}
            data-waits={why ? true : undefined}
            title={why ?? cell?.text}
          >
            {cell?.text}
            {why && <span className="unseen"> ({why})</span>}
          </td>
        );
      })}
    </tr>
  );
}
