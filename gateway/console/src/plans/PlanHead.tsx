import { useWords } from "../i18n/I18n";
import type { Kind } from "./kinds";
import { columnName } from "./naming";
import { nextSorting, type Sorting } from "./rows";

interface Props {
  readonly kind: Kind;
  readonly sorting: Sorting | null;
  readonly sort: (sorting: Sorting | null) => void;
}

/** The names of the columns; what was written down sorts by itself. */
export function PlanHead({ kind, sorting, sort }: Props) {
  const { t } = useWords();
  return (
    <div role="row" tabIndex={-1} aria-rowindex={1} className="table-head">
      {kind.columns.map((column, c) => {
        const now = sorting?.column === column.key ? sorting : null;
        const name = columnName(kind, column, t);
        return (
          <div
            key={column.key}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={c + 1}
            className={c === 0 ? "table-cell name" : "table-cell"}
            data-column={column.key}
            aria-sort={now ? (now.descending ? "descending" : "ascending") : "none"}
          >
            {column.derived ? (
              <span className="plan-heading">{name}</span>
            ) : (
              <button type="button" onClick={() => sort(nextSorting(sorting, column))}>
                {name}
                <span className="table-sort" aria-hidden="true">
                  {now ? (now.descending ? "▼" : "▲") : ""}
                </span>
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
