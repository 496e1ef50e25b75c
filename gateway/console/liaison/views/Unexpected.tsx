import { useEffect, useRef, useState } from "react";
import { found } from "../book/finding";
import type { Book } from "../book/types";
import type { Phone } from "../phone";
import { marked } from "../roll/roll";
import type { Snapshot } from "../state";
import { t, word } from "../words";

interface Props {
  readonly phone: Phone;
  readonly now: Snapshot;
  readonly book: Book;
  readonly close: () => void;
}

/** Somebody is aboard who is not on the list: found among all who attend, without a network too. */
export function Unexpected({ phone, now, book, close }: Props) {
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const delegation = (code: string) => book.delegations[code] ?? code;
  const hits = found(book.names, typed, delegation);
  const take = (person: string) => {
    const listed = book.manifest.lines[person] !== undefined;
    phone.telling.mark((r) => marked(r, person, listed ? "aboard" : "unexpected"));
    close();
  };
  const whereabouts = (person: string) => {
    if (book.manifest.lines[person]) {
      return t("find.thisBus");
    }
    const place = book.places[person];
    return place?.bus ? t("find.otherBus", { bus: place.bus }) : t("find.noBus");
  };
  return (
    <section className="finding">
      <h1>{t("find.title")}</h1>
      <p className="muted">{t("find.about")}</p>
      <input
        ref={field}
        type="search"
        name="find"
        aria-label={t("find.label")}
        placeholder={t("find.label")}
        autoComplete="off"
        autoCapitalize="none"
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
      />
      <ul className="choices">
        {hits.map((one) => (
          <li key={one.person}>
            <button
              type="button"
              className="choice found"
              data-person={one.person}
              disabled={now.roll.marks[one.person] === "unexpected"}
              onClick={() => take(one.person)}
            >
              <strong>{one.name}</strong>
              <span className="muted">
                {delegation(one.delegation)} · {word("rank", String(one.rank))} ·{" "}
                {whereabouts(one.person)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {typed.trim() !== "" && hits.length === 0 && <p className="notice">{t("find.nobody")}</p>}
      <button type="button" className="wide" onClick={close}>
        {t("back")}
      </button>
    </section>
  );
}
