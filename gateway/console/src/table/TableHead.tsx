import { memo } from "react";
import { useWords } from "../i18n/I18n";
import { type Column, nextSorting, type Sorting } from "./rows";

interface Props {
  readonly columns: readonly Column[];
  readonly sorting: Sorting | null;
  readonly sort: (sorting: Sorting | null) => void;
}

/** The names of the columns; each sorts by itself. */
export const TableHead = memo(function TableHead({ columns, sorting, sort }: Props) {
  const { t } = useWords();
  return (
    <div role="row" tabIndex={-1} aria-rowindex={1} className="table-head">
      {columns.map((column, c) => (
        <div
          key={column}
          role="columnheader"
          tabIndex={-1}
          aria-colindex={c + 1}
          className={`table-cell ${column}`}
          aria-sort={
            sorting?.column === column ? (sorting.descending ? "descending" : "ascending") : "none"
          }
        >
          <button type="button" onClick={() => sort(nextSorting(sorting, column))}>
            {t(`column.${column}`)}
            <span className="table-sort" aria-hidden="true">
              {sorting?.column === column ? (sorting.descending ? "▼" : "▲") : ""}
            </span>
          </button>
        </div>
      ))}
    </div>
  );
});
