import { Skeleton } from "antd";
import {
  type KeyboardEvent,
  type MouseEvent,
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
import type { PersonDraft } from "../people/PersonPanel";
import { useSearch } from "../people/useSearch";
import { useSlash } from "../people/useSlash";
import { rolesIn, useWho } from "../session/who";
import { begin, beside, type Editing, factOf, touched, typed } from "./editing";
import { cellAt, moved } from "./keys";
import { deskOf, NO_FILTER, OF_DESK, type Sorting } from "./rows";
import { Sums } from "./Sums";
import { TableHead } from "./TableHead";
import { type RowDeeds, TableRow } from "./TableRow";
import { type Given, TableSide } from "./TableSide";
import { Toolbar } from "./Toolbar";
import { useRows } from "./useRows";
import { useShown } from "./useShown";
import { useTable } from "./useTable";
import { columnStyle, HEADING, ROW } from "./widths";
import "./table.css";
import "./narrow.css";

/** Everybody of a conference in a table: found, sorted, filtered, changed where they stand. */
export default function PeopleTable({ conference }: { readonly conference: string }) {
  const { t, word, language } = useWords();
  const [place, go] = usePlace();
  const mine = rolesIn(useWho().me, conference);
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
  const shown = useShown(rows, known.delegations, asked, there, filter, sorting);
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

  // What stands around the rows is not made anew while the wheel runs.
  const { reveal } = view;
  const type = useCallback(
    (typedWords: string) => {
      setWords(typedWords);
      setCell((c) => ({ ...c, row: 0 }));
      reveal(0);
    },
    [reveal],
  );
  const leave = useCallback(() => go({ section: "people", open: place.open }), [go, place.open]);
  const stays = place.change ? place.open : null;
  const closeSide = useCallback(() => {
    go({ section: "people", wide: true, open: stays });
    back();
  }, [go, stays, back]);

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

  const onClick = (event: MouseEvent) => {
    const clicked = cellAt(event.target);
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
    const clicked = cellAt(event.target);
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
  return (
    <div className="people-table" data-side={!!(place.open || place.change) || undefined}>
      <div className="table-whole">
        <Toolbar
          search={search}
          typed={words}
          type={type}
          leave={back}
          filter={filter}
          change={setFilter}
          desk={desk}
          sit={setDesk}
          known={known}
          shown={shown.length}
          total={rows.length}
          close={leave}
        />
        <Sums rows={shown} known={known} />
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
          style={columnStyle(columns)}
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
          <TableHead columns={columns} sorting={sorting} sort={setSorting} />
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
        <TableSide
          conference={conference}
          person={place.open}
          change={place.change}
          given={given}
          drop={drop}
          close={closeSide}
        />
      )}
    </div>
  );
}
