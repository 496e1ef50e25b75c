import type { ReactNode } from "react";
import { useWords } from "../i18n/I18n";

interface Props<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T, at: number) => string;
  readonly change: (items: readonly T[]) => void;
  readonly show: (item: T, at: number) => ReactNode;
  readonly name: (item: T) => string;
}

/** Things in an order that matters: moved by buttons, which a keyboard and a thumb can press. */
export function Sorted<T>({ label, items, keyOf, change, show, name }: Props<T>) {
  const { t } = useWords();
  const move = (from: number, to: number) => {
    const moved = [...items];
    moved.splice(to, 0, ...moved.splice(from, 1));
    change(moved);
  };
  return (
    <ol className="sorted" aria-label={label}>
      {items.map((item, at) => (
        <li key={keyOf(item, at)}>
          <div className="sorted-what">{show(item, at)}</div>
          <button
            type="button"
            className="quiet-button icon-button"
            aria-label={t("notices.up", { what: name(item) })}
            disabled={at === 0}
            onClick={() => move(at, at - 1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="quiet-button icon-button"
            aria-label={t("notices.down", { what: name(item) })}
            disabled={at === items.length - 1}
            onClick={() => move(at, at + 1)}
          >
            ↓
          </button>
          <button
            type="button"
            className="quiet-button icon-button"
            aria-label={t("notices.drop", { what: name(item) })}
            onClick={() => change(items.filter((_, n) => n !== at))}
          >
            ×
          </button>
        </li>
      ))}
    </ol>
  );
}
