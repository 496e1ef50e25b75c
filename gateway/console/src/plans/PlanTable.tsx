import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../i18n/I18n";
import { moved } from "../table/keys";
import { useRows } from "../table/useRows";
import type { Surroundings } from "./choices";
import { begin, beside, drafted, type Editing, taken } from "./editing";
import type { Draft } from "./fields";
import type { Deed, Entry, Kind } from "./kinds";
import { PlanHead } from "./PlanHead";
import { PlanRow } from "./PlanRow";
import { found, type Sorting, type Standing, sorted } from "./rows";
import { deedAt, rolesFor } from "./tables";
import { columnStyle, HEADING, ROW } from "./widths";

interface Props {
  readonly conference: string;
  readonly kind: Kind;
  readonly about: Surroundings;
  readonly typed: string;
  readonly standing: Standing;
  readonly opened: string | null;
  readonly mine: readonly string[];
  /** The conference's own time, for a moment of which only the hour is typed. */
  readonly near: string;
  readonly open: (entry: Entry) => void;
  /** A command that was begun in the table goes on beside it. */
  readonly begun: (entry: Entry, deed: Deed, draft?: Draft) => void;
  readonly close: () => void;
  /** Whether something was begun in a row and left. */
  readonly kept: (entry: Entry) => boolean;
  /** A row was being filled in when the table was left. */
  readonly left: (entry: Entry, deed: Deed, draft: Draft) => void;
}

/** The plans of one kind: moved in by arrows, changed where they stand. */
export function PlanTable(props: Props) {
  const { conference, kind, about, typed, standing, opened, mine, near, open, begun, close, kept } =
    props;
  const words = useWords();
  const { t, word } = words;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [cell, setCell] = useState({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [note, setNote] = useState("");
  const grid = useRef<HTMLDivElement>(null);
  const { columns } = kind;
  const shown = useMemo(() => {
    const by = sorting ?? (kind.order ? { column: kind.order, descending: false } : null);
    const hits = found(kind, about.entries, typed, standing, about, words);
    return sorted(kind, hits, by, about, words);
  }, [kind, about, typed, standing, sorting, words]);
  const view = useRows(shown.length, ROW, HEADING);
  const active = {
    row: Math.min(cell.row, Math.max(0, shown.length - 1)),
    column: Math.min(cell.column, columns.length - 1),
  };
  const back = () => grid.current?.focus();
  const { reveal } = view;
  const at = opened === null ? -1 : shown.findIndex((e) => kind.id(e) === opened);
  const shownFor = useRef<string | null>(null);
  useEffect(() => {
    // What an address leads to is in sight; afterwards the table stays where it was left.
    if (at >= 0 && shownFor.current !== opened) {
      shownFor.current = opened;
      setCell((c) => ({ ...c, row: at }));
      reveal(at);
    }
  }, [at, opened, reveal]);
  const drop = () => {
    setEditing(null);
    setNote("");
    back();
  };

  const edit = (row: number, c: number) => {
    const entry = shown[row];
    const column = columns[c];
    if (!entry || !column || editing) {
      return;
    }
    const draft = Object.fromEntries(Object.entries(entry).map(([k, v]) => [k, String(v)]));
    const field = column.derived ? column.edits : column.key;
    const deed = field === undefined ? undefined : deedAt(kind, field, draft);
    if (!deed || entry.cancelled || kind.passedOn?.(entry)) {
      open(entry);
      return;
    }
    if (rolesFor(deed.action, mine).length === 0) {
      setNote(t("table.noRight", { desk: word("role", kind.desk) }));
      open(entry);
      return;
    }
    const here = column.derived ? null : begin(kind, entry, column.key, deed);
    if (here) {
      setEditing(here);
      setNote(t("table.draft"));
    } else {
      begun(entry, deed);
    }
  };
  const submit = () => {
    const draft = editing && taken(kind, editing, near);
    if (!editing || !draft) {
      setNote(t("plan.noMoment"));
      return;
    }
    const changed = drafted(kind, { ...editing, draft });
    if (changed.length === 0) {
      drop();
      return;
    }
    setEditing(null);
    setNote("");
    begun(editing.entry, editing.deed, Object.fromEntries(changed.map((n) => [n, draft[n] ?? ""])));
  };
  const leaving = useRef<() => void>(() => {});
  leaving.current = () => {
    const draft = editing && taken(kind, editing, near);
    const changed = editing && draft ? drafted(kind, { ...editing, draft }) : [];
    if (editing && draft && changed.length > 0) {
      props.left(
        editing.entry,
        editing.deed,
        Object.fromEntries(changed.map((n) => [n, draft[n] ?? ""])),
      );
    }
  };
  useEffect(() => () => leaving.current(), []);
  const deeds = {
    change: (to: string) => setEditing((e) => e && { ...e, typed: to }),
    submit,
    drop,
    beside: (step: 1 | -1) => {
      const next = editing && beside(kind, editing, columns, step, near);
      if (next) {
        setEditing(next);
        setCell({ ...cell, column: columns.findIndex((c) => c.key === next.column) });
      }
    },
  };

  const cellOf = (event: MouseEvent) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[role="gridcell"]');
    const row = at?.closest<HTMLElement>(".table-row")?.dataset.at;
    const column = at?.getAttribute("aria-colindex");
    return row && column ? { row: Number(row), column: Number(column) - 1 } : null;
  };
  const onClick = (event: MouseEvent) => {
    const clicked = cellOf(event);
    const entry = clicked && shown[clicked.row];
    if (!entry || editing || (event.target as HTMLElement).closest("a")) {
      return;
    }
    setCell(clicked);
    back();
    if (clicked.column === 0) {
      open(entry);
    }
  };
  const onDoubleClick = (event: MouseEvent) => {
    const clicked = cellOf(event);
    if (clicked) {
      edit(clicked.row, clicked.column);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || (event.target as HTMLElement).closest("button, a")) {
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
      edit(active.row, active.column);
    } else if (event.key === "Escape" && opened) {
      close();
    }
  };

  const column = columns[active.column];
  return (
    <>
      <div
        ref={(element) => {
          grid.current = element;
          view.frame.current = element;
        }}
        role="grid"
        tabIndex={0}
        className="table-frame"
        style={columnStyle(columns)}
        aria-label={t(`plankind.${kind.name}`)}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={column && shown[active.row] && `plan-${active.row}-${column.key}`}
        onScroll={view.onScroll}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onKeyDown={onKeyDown}
      >
        <PlanHead kind={kind} sorting={sorting} sort={setSorting} />
        <div role="rowgroup" className="table-rows" style={{ height: shown.length * ROW }}>
          {shown.slice(view.from, view.to).map((entry, i) => {
            const at = view.from + i;
            const id = kind.id(entry);
            const own = editing && kind.id(editing.entry) === id ? editing : null;
            return (
              <PlanRow
                key={id}
                conference={conference}
                kind={kind}
                entry={entry}
                about={about}
                at={at}
                top={at * ROW}
                active={at === active.row ? active.column : -1}
                opened={id === opened}
                kept={kept(entry)}
                editing={own}
                wrong={own !== null && taken(kind, own, near) === null}
                deeds={deeds}
              />
            );
          })}
        </div>
        {shown.length === 0 && (
          <p className="table-none">{t(about.entries.length > 0 ? "plan.noMatch" : "plan.none")}</p>
        )}
      </div>
      <p className="table-keys" role="status" data-note={!!note || undefined}>
        {note || t("plan.keys")}
      </p>
    </>
  );
}
