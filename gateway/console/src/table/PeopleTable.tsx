import { Skeleton } from "antd";
import {
  type CSSProperties,
  type KeyboardEvent,
  lazy,
  type MouseEvent,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Problem } from "../desk/Problem";
import { usePlace } from "../desk/usePlace";
import { actingRoles, changedBy } from "../facts/rights";
import { useWords } from "../i18n/I18n";
import { findable, found, joined } from "../people/finding";
import { type PersonDraft, PersonPanel } from "../people/PersonPanel";
import { useSearch } from "../people/useSearch";
import { useSlash } from "../people/useSlash";
import { rolesIn, useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { begin, beside, type Editing, factOf, touched, typed } from "./editing";
import { moved } from "./keys";
import {
  type Column,
  deskOf,
  filtered,
  NO_FILTER,
  nextSorting,
  OF_DESK,
  type Row,
  type Sorting,
  sorted,
} from "./rows";
import { type RowDeeds, TableRow } from "./TableRow";
import { Toolbar } from "./Toolbar";
import { useRows } from "./useRows";
import { useTable } from "./useTable";
import "./table.css";

const ChangePanel = lazy(() => import("../changes/ChangePanel"));

const ROW = 34;
const HEADING = 34;
/** At least so wide, and what share of the room that is left. */
const WIDTH: Record<Column, readonly [number, number]> = {
  name: [168, 0],
  delegation: [132, 1],
  rank: [78, 0],
  gender: [66, 0],
  title: [120, 1],
  phone: [128, 0],
  diet: [76, 0],
  route: [100, 1],
  bus: [84, 0],
  hotel: [130, 1],
  room: [84, 0],
  arrival: [228, 1],
  departure: [228, 1],
};

interface Given {
  readonly n: number;
  readonly draft?: PersonDraft;
}

/** Everybody of a conference in a table: found, sorted, filtered, changed where they stand. */
export default function PeopleTable({ conference }: { readonly conference: string }) {
  const { t, word, language } = useWords();
  const { me } = useWho();
  const [place, go] = usePlace();
  const mine = rolesIn(me, conference);
  const { rows, known, isLoading, error } = useTable(conference);
  const [words, setWords] = useState("");
  const [filter, setFilter] = useState(NO_FILTER);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [desk, setDesk] = useState(() => deskOf(mine));
  const [cell, setCell] = useState({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [given, setGiven] = useState<Given>({ n: 0 });
  const [note, setNote] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  useSlash(search);

  const asked = useDeferredValue(words);
  const there = useSearch(conference, asked);
  const all = useMemo(
    () =>
      findable(
        rows.map((r) => r.person),
        known.delegations,
      ),
    [rows, known.delegations],
  );
  const shown = useMemo(() => {
    let some: readonly Row[] = rows;
    if (asked.trim()) {
      const byId = new Map(rows.map((r) => [r.person.id, r]));
      some = joined(all, found(all, asked), there)
        .map((f) => byId.get(f.person.id))
        .filter((r): r is Row => !!r);
    }
    return sorted(filtered(some, filter), sorting);
  }, [rows, all, asked, there, filter, sorting]);
  const columns = OF_DESK[desk] ?? [];
  const view = useRows(shown.length, ROW, HEADING);
  const active = {
    row: Math.min(cell.row, Math.max(0, shown.length - 1)),
    column: Math.min(cell.column, columns.length - 1),
  };

  const look = (id: string) => go({ section: "people", wide: true, open: id });
  const give = (id: string, draft?: PersonDraft) => {
    setGiven(({ n }) => ({ n: n + 1, draft }));
    setEditing(null);
    look(id);
  };
  const back = useCallback(() => grid.current?.focus(), []);
  const drop = useCallback(() => {
    setGiven(({ n }) => ({ n }));
    back();
  }, [back]);

  const open = (at: number, c: number) => {
    const row = shown[at];
    const column = columns[c];
    if (!row || !column || editing) {
      return;
    }
    const fact = factOf(column);
    if (!fact) {
      give(row.person.id);
      return;
    }
    if (actingRoles(fact, mine).length === 0) {
      const desks = changedBy(fact).map((r) => word("role", r));
      setNote(t("table.noRight", { desk: desks.join(language === "zh" ? "、" : ", ") }));
      give(row.person.id);
      return;
    }
    setNote("");
    if (fact === "itinerary") {
      const seen = row.itinerary;
      give(
        row.person.id,
        seen
          ? { facts: { fact, seen: { body: seen, etag: `"${seen.version}"`, change: null } } }
          : undefined,
      );
    } else if (fact === "particulars" || (fact === "diet" ? row.diet : row.membership)) {
      setEditing(begin(row, column));
      setNote(t("table.draft"));
    }
  };

  /** What was filled in is given to the panel, which asks what it would touch. */
  const submit = () => {
    const row = editing && rows.find((r) => r.person.id === editing.person);
    if (!editing || !row) {
      return;
    }
    setNote("");
    const fact = factOf(editing.column);
    if (fact === "particulars") {
      if (touched(editing).length > 0 && editing.draft.name.trim() !== "") {
        give(editing.person, { particulars: { seen: editing.seen, values: editing.draft } });
        return;
      }
    } else if (fact === "diet" || fact === "route") {
      const seen = fact === "diet" ? row.diet : row.membership;
      const now = (fact === "diet" ? row.diet?.diet : row.membership?.route) ?? "";
      if (seen && editing.code !== now) {
        give(editing.person, {
          facts: {
            fact,
            seen: { body: seen, etag: `"${seen.version}"`, change: null },
            value: editing.code,
          },
        });
        return;
      }
    }
    setEditing(null);
    back();
  };

  // The rows are made anew only when something of theirs is new: what they do is held still.
  const now = { submit, editing, columns };
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  const deeds = useMemo<RowDeeds>(
    () => ({
      change: (value) => setEditing((e) => e && typed(e, value)),
      submit: () => latest.current.submit(),
      drop: () => {
        setEditing(null);
        setNote("");
        back();
      },
      beside: (step) => {
        const next =
          latest.current.editing && beside(latest.current.editing, latest.current.columns, step);
        if (next) {
          setEditing(next);
          setCell((c) => ({ ...c, column: latest.current.columns.indexOf(next.column) }));
        }
      },
    }),
    [back],
  );

  const cellOf = (event: MouseEvent) => {
    const found = (event.target as HTMLElement).closest<HTMLElement>('[role="gridcell"]');
    const row = found?.closest<HTMLElement>(".table-row")?.dataset.at;
    const column = found?.getAttribute("aria-colindex");
    return row && column ? { row: Number(row), column: Number(column) - 1 } : null;
  };
  const onClick = (event: MouseEvent) => {
    const clicked = cellOf(event);
    const row = clicked && shown[clicked.row];
    if (!clicked || !row || editing) {
      return;
    }
    setCell(clicked);
    back();
    if (columns[clicked.column] === "name") {
      give(row.person.id);
    }
  };
  const onDoubleClick = (event: MouseEvent) => {
    const clicked = cellOf(event);
    if (clicked) {
      open(clicked.row, clicked.column);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || (event.target as HTMLElement).closest("button")) {
      return;
    }
    const size = { rows: shown.length, columns: columns.length, page: view.page };
    const to = moved(active, event.key, event.ctrlKey || event.metaKey, size);
    if (to) {
      event.preventDefault();
      setCell(to);
      setNote("");
      view.reveal(to.row);
    } else if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      open(active.row, active.column);
    } else if (event.key === "Escape" && place.open) {
      go({ section: "people", wide: true });
    }
  };

  const activeRow = shown[active.row];
  const activeColumn = columns[active.column];
  const style = {
    "--columns": columns
      .map((c) => WIDTH[c])
      .map(([least, share]) => (share ? `minmax(${least}px, ${share}fr)` : `${least}px`))
      .join(" "),
    "--width": `${columns.reduce((sum, c) => sum + WIDTH[c][0], 0)}px`,
    "--row": `${ROW}px`,
  } as CSSProperties;
  return (
    <div className="people-table" data-side={!!(place.open || place.change) || undefined}>
      <div className="table-whole">
        <Toolbar
          search={search}
          typed={words}
          type={(typedWords) => {
            setWords(typedWords);
            setCell((c) => ({ ...c, row: 0 }));
            view.reveal(0);
          }}
          leave={back}
          filter={filter}
          change={setFilter}
          desk={desk}
          sit={setDesk}
          known={known}
          shown={shown.length}
          total={rows.length}
          close={() => go({ section: "people", open: place.open })}
        />
        {error && <Problem error={error} />}
        {isLoading && <Skeleton className="find-wait" active paragraph={{ rows: 12 }} />}
        <div
          ref={(element) => {
            grid.current = element;
            view.frame.current = element;
          }}
          role="grid"
          tabIndex={0}
          className="table-frame"
          style={style}
          aria-label={t("table.title")}
          aria-rowcount={shown.length + 1}
          aria-colcount={columns.length}
          aria-activedescendant={
            activeRow && activeColumn ? `cell-${activeRow.person.id}-${activeColumn}` : undefined
          }
          onScroll={view.onScroll}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
          onKeyDown={onKeyDown}
        >
          <div role="row" tabIndex={-1} aria-rowindex={1} className="table-head">
            {columns.map((column, c) => (
              <div
                key={column}
                role="columnheader"
                tabIndex={-1}
                aria-colindex={c + 1}
                className={`table-cell ${column}`}
                aria-sort={
                  sorting?.column === column
                    ? sorting.descending
                      ? "descending"
                      : "ascending"
                    : "none"
                }
              >
                <button type="button" onClick={() => setSorting(nextSorting(sorting, column))}>
                  {t(`column.${column}`)}
                  <span className="table-sort" aria-hidden="true">
                    {sorting?.column === column ? (sorting.descending ? "▼" : "▲") : ""}
                  </span>
                </button>
              </div>
            ))}
          </div>
          <div role="rowgroup" className="table-rows" style={{ height: shown.length * ROW }}>
            {shown.slice(view.from, view.to).map((row, i) => {
              const at = view.from + i;
              return (
                <TableRow
                  // Rows that leave lend theirs to those that come: making new ones costs the most.
                  key={editing?.person === row.person.id ? row.person.id : at % view.slots}
                  row={row}
                  at={at}
                  top={at * ROW}
                  columns={columns}
                  known={known}
                  active={at === active.row ? active.column : -1}
                  opened={row.person.id === place.open}
                  editing={editing?.person === row.person.id ? editing : null}
                  deeds={deeds}
                />
              );
            })}
          </div>
          {!isLoading && !error && shown.length === 0 && (
            <p className="table-none">{t("table.none")}</p>
          )}
        </div>
        <p className="table-keys" role="status" data-note={!!note || undefined}>
          {note || t("table.keys")}
        </p>
      </div>
      {(place.open || place.change) && (
        <aside className="table-side" aria-label={t("table.side")}>
          <button
            type="button"
            className="quiet-button icon-button table-side-close"
            aria-label={t("table.sideClose")}
            title={t("table.sideClose")}
            onClick={() => {
              go({ section: "people", wide: true, open: place.change ? place.open : null });
              back();
            }}
          >
            <Icon name="close" />
          </button>
          <Suspense>
            {place.change ? (
              <ChangePanel key={place.change} conference={conference} change={place.change} />
            ) : (
              place.open && (
                <PersonPanel
                  key={`${place.open} ${given.n}`}
                  conference={conference}
                  person={place.open}
                  draft={given.draft}
                  drop={drop}
                />
              )
            )}
          </Suspense>
        </aside>
      )}
    </div>
  );
}
