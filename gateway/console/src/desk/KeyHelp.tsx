import { useEffect, useRef } from "react";
import { useWords } from "../i18n/I18n";
import type { Key } from "../i18n/messages";
import { Icon } from "../styles/Icon";
import "./keyHelp.css";

/** What each key does, in the order in which one meets them. */
const KEYS: readonly (readonly [readonly string[], Key])[] = [
  [["?"], "keys.help"],
  [["/"], "keys.search"],
  [["↑", "↓"], "keys.list"],
  [["Enter"], "keys.enter"],
  [["Esc"], "keys.escape"],
  [["Tab"], "keys.tab"],
  [["↑", "↓", "←", "→"], "keys.cells"],
  [["Home", "End"], "keys.ends"],
  [["F2"], "keys.edit"],
];

const TYPING = "input, textarea, select, [contenteditable=true]";

/** "?" says which keys there are, from anywhere where nothing is being typed. Escape puts it away. */
export function KeyHelp() {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const at = event.target as HTMLElement | null;
      if (event.key === "?" && !at?.matches(TYPING) && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        dialog.current?.showModal();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="quiet-button icon-button key-help-open"
        aria-label={t("keys.title")}
        title={t("keys.title")}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="keys" />
      </button>
      <dialog ref={dialog} className="key-help" aria-labelledby="key-help-title">
        <header>
          <h2 id="key-help-title">{t("keys.title")}</h2>
          <button
            type="button"
            className="quiet-button icon-button"
            aria-label={t("keys.close")}
            title={t("keys.close")}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        <dl>
          {KEYS.map(([keys, does]) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
      </dialog>
    </>
  );
}
