import { memo } from "react";
import type { Catalogue } from "../manifests/naming";
import { CellText } from "./Cell";
import { CellEditor } from "./CellEditor";
import { type Editing, touched } from "./editing";
import type { Column, Row } from "./rows";

export interface RowDeeds {
  readonly change: (value: string) => void;
  readonly submit: () => void;
  readonly drop: () => void;
  readonly beside: (step: 1 | -1) => void;
}

interface Props {
  readonly row: Row;
  readonly at: number;
  readonly top: number;
  readonly columns: readonly Column[];
  readonly known: Catalogue;
  /** The column that has the keys; -1 in every other row. */
  readonly active: number;
  readonly opened: boolean;
  readonly editing: Editing | null;
  readonly deeds: RowDeeds;
}

/** The keys are taken by the table, which says which cell is active. */
export const TableRow = memo(function TableRow(props: Props) {
  const { row, at, top, columns, known, active, opened, editing, deeds } = props;
  const drafted = editing ? touched(editing) : [];
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={at + 2}
      aria-selected={opened}
      className="table-row"
      data-person={row.person.id}
      data-at={at}
      data-gone={!row.person.attending || undefined}
      style={{ top }}
    >
      {columns.map((column, c) => (
        <div
          key={column}
          role="gridcell"
          tabIndex={-1}
          id={`cell-${row.person.id}-${column}`}
          aria-colindex={c + 1}
          className={`table-cell ${column}`}
          data-active={c === active || undefined}
          data-draft={drafted.some((f) => f === column) || undefined}
        >
          {editing?.column === column ? (
            <CellEditor
              editing={editing}
              known={known}
              change={deeds.change}
              submit={deeds.submit}
              drop={deeds.drop}
              beside={deeds.beside}
            />
          ) : editing && drafted.some((f) => f === column) ? (
            <Drafted editing={editing} row={row} column={column} known={known} />
          ) : (
            <CellText row={row} column={column} known={known} />
          )}
        </div>
      ))}
    </div>
  );
});

interface DraftedProps {
  readonly editing: Editing;
  readonly row: Row;
  readonly column: Column;
  readonly known: Catalogue;
}

/** What was filled in and not yet given. */
function Drafted({ editing, row, column, known }: DraftedProps) {
  const { draft } = editing;
  const person = { ...row.person, ...draft, rank: Number(draft.rank) };
  return <CellText row={{ ...row, person }} column={column} known={known} />;
}
