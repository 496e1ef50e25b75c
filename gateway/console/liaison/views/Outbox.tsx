import { useState } from "react";
import type { Book } from "../book/types";
import type { Deed } from "../deeds/deed";
import type { Phone } from "../phone";
import type { Snapshot } from "../state";
import { moment, t } from "../words";

interface Props {
  readonly phone: Phone;
  readonly now: Snapshot;
  readonly book: Book;
}

/** What was done here, and whether the platform has it. */
export function Outbox({ phone, now, book }: Props) {
  const all = [...now.deeds].reverse();
  return (
    <>
      <h1>{t("outbox.title")}</h1>
      {all.length === 0 && <p className="muted">{t("outbox.none")}</p>}
      <ul className="deeds">
        {all.map((deed) => (
          <Row key={deed.id} deed={deed} phone={phone} book={book} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly deed: Deed;
  readonly phone: Phone;
  readonly book: Book;
}

function Row({ deed, phone, book }: RowProps) {
  const [sure, setSure] = useState(false);
  return (
    <li className="deed" data-kind={deed.kind} data-state={stateOf(deed)}>
      <div>
        <strong>{titleOf(deed, book)}</strong>
        <span className="muted">
          {deed.trip} · {moment(deed.happenedAt)}
        </span>
      </div>
      <span className="state">{stateWords(deed)}</span>
      {deed.refusal && (
        <p className="notice bad">
          {deed.refusal.title || t("trouble.status", { status: deed.refusal.status })}{" "}
          {deed.refusal.detail}
        </p>
      )}
      {deed.state === "refused" && (
        <div className="side-by-side">
          <button
            type="button"
            className={sure ? "danger" : ""}
            onClick={() => (sure ? void phone.telling.discard(deed.id) : setSure(true))}
          >
            {t(sure ? "outbox.discardSure" : "outbox.discard")}
          </button>
          <button type="button" onClick={() => void phone.telling.retry(deed.id)}>
            {t("outbox.retry")}
          </button>
        </div>
      )}
    </li>
  );
}

/** A transfer that the platform has may still wait for the desk. */
const stateOf = (deed: Deed): string =>
  deed.kind === "transfer" && deed.state === "done" ? (deed.outcome ?? "done") : deed.state;

function stateWords(deed: Deed): string {
  if (deed.state === "waiting") {
    return t("outbox.waiting");
  }
  if (deed.state === "refused") {
    return t("outbox.refused");
  }
  if (deed.kind === "transfer" && deed.outcome === "waiting") {
    return t("outbox.atDesk");
  }
  if (deed.kind === "transfer" && deed.outcome === "dismissed") {
    return t("outbox.dismissed", { word: deed.word });
  }
  return t("outbox.done");
}

function titleOf(deed: Deed, book: Book): string {
  switch (deed.kind) {
    case "roll-call":
      return t("outbox.rollCall", {
        aboard: deed.aboard,
        absent: deed.absent,
        unexpected: deed.unexpected,
      });
    case "departure":
      return t("outbox.departure");
    case "transfer": {
      const route = book.routes.find((r) => r.code === deed.route)?.name ?? deed.route;
      const to = deed.route ? [route, deed.bus].filter(Boolean).join(" ") : t("move.nowhere");
      return t("outbox.transfer", { name: deed.name, to });
    }
  }
}
