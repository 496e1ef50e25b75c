import type { KeyboardEvent } from "react";
import { useWords } from "../i18n/I18n";
import { optionsOf, type Surroundings, saying } from "./choices";
import { DerivedCell } from "./DerivedCell";
import { drafted, type Editing } from "./editing";
import { draftOf } from "./fields";
import type { Column, Entry, Kind } from "./kinds";
import { columnName } from "./naming";

export interface RowDeeds {
  readonly change: (typed: string) => void;
  readonly submit: () => void;
  readonly drop: () => void;
  readonly beside: (step: 1 | -1) => void;
}

interface Props {
  readonly conference: string;
  readonly kind: Kind;
  readonly entry: Entry;
  readonly about: Surroundings;
  readonly at: number;
  readonly top: number;
  /** The column that has the keys; -1 in every other row. */
  readonly active: number;
  readonly opened: boolean;
  /** Something was begun here and left. */
  readonly kept: boolean;
  readonly editing: Editing | null;
  readonly wrong: boolean;
  readonly deeds: RowDeeds;
}

const CELL_HEAD = "name";

export function PlanRow(props: Props) {
  const { conference, kind, entry, about, at, top, active, opened, kept, editing, wrong, deeds } =
    props;
  const { t } = useWords();
  const changed = editing ? drafted(kind, editing) : [];
  const id = kind.id(entry);
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={at + 2}
      aria-selected={opened}
      className="table-row"
      data-entry={id}
      data-at={at}
      data-gone={entry.cancelled || undefined}
      style={{ top }}
    >
      {kind.columns.map((column, c) => (
        <div
          key={column.key}
          role="gridcell"
          tabIndex={-1}
          id={`plan-${at}-${column.key}`}
          aria-colindex={c + 1}
          className={c === 0 ? `table-cell ${CELL_HEAD}` : "table-cell"}
          data-column={column.key}
          data-active={c === active || undefined}
          data-draft={changed.includes(column.key) || undefined}
        >
          {editing?.column === column.key ? (
            <CellEditor
              kind={kind}
              column={column}
              editing={editing}
              about={about}
              wrong={wrong}
              deeds={deeds}
            />
          ) : column.derived ? (
            <DerivedCell
              derived={column.derived}
              conference={conference}
              kind={kind}
              entry={entry}
              about={about}
            />
          ) : (
            <Said kind={kind} column={column} entry={entry} editing={editing} about={about} />
          )}
          {c === 0 && kept && <span className="badge changed plan-kept">{t("plan.kept")}</span>}
          {c === 0 && entry.cancelled && (
            <span className="badge removed">{t("plan.cancelled")}</span>
          )}
        </div>
      ))}
    </div>
  );
}

interface SaidProps {
  readonly kind: Kind;
  readonly column: Column;
  readonly entry: Entry;
  readonly editing: Editing | null;
  readonly about: Surroundings;
}

/** What was written down, or filled in and not yet given. */
function Said({ kind, column, entry, editing, about }: SaidProps) {
  const words = useWords();
  const field = kind.fields.find((f) => f.name === column.key);
  const value = (editing?.draft ?? draftOf(entry, kind.fields))[column.key] ?? "";
  const said = field ? saying(field, value, about, words) : value;
  const own = column === kind.columns[0] ? "table-name" : undefined;
  return said ? <span className={own}>{said}</span> : <span className="table-nothing">–</span>;
}

interface EditorProps {
  readonly kind: Kind;
  readonly column: Column;
  readonly editing: Editing;
  readonly about: Surroundings;
  readonly wrong: boolean;
  readonly deeds: RowDeeds;
}

/** A cell that is filled in where it stands. */
function CellEditor({ kind, column, editing, about, wrong, deeds }: EditorProps) {
  const words = useWords();
  const field = kind.fields.find((f) => f.name === column.key);
  const onKeyDown = (event: KeyboardEvent) => {
    // The table's own keys rest meanwhile; a composing input method has Enter to itself.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      deeds.submit();
    } else if (event.key === "Escape") {
      event.preventDefault();
      deeds.drop();
    } else if (event.key === "Tab") {
      event.preventDefault();
      deeds.beside(event.shiftKey ? -1 : 1);
    }
  };
  const common = {
    className: "table-editor",
    "aria-label": columnName(kind, column, words.t),
    "aria-invalid": wrong || undefined,
    value: editing.typed,
    autoFocus: true,
    onKeyDown,
  };
  const options = field?.from ? optionsOf(field.from, about, words) : [];
  if (field?.shape === "code") {
    const now = editing.draft[column.key] ?? "";
    const all = options.some((o) => o.value === now)
      ? options
      : [{ value: now, label: saying(field, now, about, words) || "–" }, ...options];
    return (
      <select {...common} onChange={(e) => deeds.change(e.target.value)}>
        {all.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <>
      <input
        {...common}
        autoComplete="off"
        maxLength={field?.longest}
        list={options.length > 0 ? "plan-known" : undefined}
        onFocus={(e) => e.target.select()}
        onChange={(e) => deeds.change(e.target.value)}
      />
      {options.length > 0 && (
        <datalist id="plan-known">
          {options.map((o) => (
            <option key={o.value} value={o.value}>
              {o.label}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
