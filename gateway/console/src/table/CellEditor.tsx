import type { KeyboardEvent } from "react";
import { DIETS } from "../facts/DietForm";
import { useWords } from "../i18n/I18n";
import type { Catalogue } from "../manifests/naming";
import { type Editing, valueIn } from "./editing";

interface Props {
  readonly editing: Editing;
  readonly known: Catalogue;
  readonly change: (value: string) => void;
  readonly submit: () => void;
  readonly drop: () => void;
  readonly beside: (step: 1 | -1) => void;
}

const LONGEST: Partial<Record<string, number>> = { name: 100, title: 200, phone: 60 };
const RANKS = ["1", "2", "3", "4"];

/** A cell that is filled in where it stands. */
export function CellEditor({ editing, known, change, submit, drop, beside }: Props) {
  const { t, word } = useWords();
  const { column } = editing;
  const onKeyDown = (event: KeyboardEvent) => {
    // The table's own keys rest while a cell is filled in; a composing input method has Enter to itself.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      event.preventDefault();
      drop();
    } else if (event.key === "Tab") {
      event.preventDefault();
      beside(event.shiftKey ? -1 : 1);
    }
  };
  const common = {
    className: "table-editor",
    "aria-label": t(`column.${column}`),
    value: valueIn(editing),
    autoFocus: true,
    onKeyDown,
  };
  const options =
    column === "rank"
      ? RANKS.map((r) => ({ value: r, label: word("rank", r) }))
      : column === "gender"
        ? [
            { value: "M", label: t("people.gender.M") },
            { value: "F", label: t("people.gender.F") },
          ]
        : column === "diet"
          ? DIETS.map((d) => ({ value: d, label: word("diet", d) }))
          : column === "route"
            ? [
                { value: "", label: t("form.none") },
                ...[...known.routes.values()]
                  .filter((r) => !r.cancelled || r.code === editing.code)
                  .map((r) => ({ value: r.code, label: r.name })),
              ]
            : null;
  return options ? (
    <select {...common} onChange={(e) => change(e.target.value)}>
      {options.map((o) => (
        <option key={o.value} value={o.value}>
          {o.label}
        </option>
      ))}
    </select>
  ) : (
    <input
      {...common}
      autoComplete="off"
      maxLength={LONGEST[column]}
      onFocus={(e) => e.target.select()}
      onChange={(e) => change(e.target.value)}
    />
  );
}
