import { useState } from "react";
import type { QueueItem } from "../api/rosters";
import { useWords } from "../i18n/I18n";
import { DismissForm } from "./DismissForm";
import { SettleForm } from "./SettleForm";
import type { RowOfItems } from "./settling";
import { useFieldWords } from "./useFieldWords";

interface Props {
  readonly conference: string;
  readonly row: RowOfItems<QueueItem>;
  readonly may: boolean;
}

interface Doing {
  readonly item: string;
  readonly how: "settle" | "dismiss";
}

/** A row with the cells that wait, or somebody on whom file and platform differ: settled where it stands. */
export function PendingRow({ conference, row, may }: Props) {
  const { t, word } = useWords();
  const words = useFieldWords(conference);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  return (
    <li className="pending-row" data-kind={row.kind}>
      {row.items.map((item, n) => (
        <div className="pending-cell" key={item.id} data-field={item.field}>
          <div className="pending-where">
            {item.row > 0 && (
              <code>
                {item.sheet && `${item.sheet}!`}
                {item.column}
                {item.row}
              </code>
            )}
            {item.name && <b>{item.name}</b>}
          </div>
          <div className="pending-what">
            {item.kind === "missing" ? (
              <span>{t("imports.isMissing")}</span>
            ) : (
              <>
                <span className="pending-field">{words.name(item.field)}</span>{" "}
                <q>{item.value || t("imports.blank")}</q>
                {item.kind === "conflict" && item.present !== null && (
                  <span>
                    {" "}
                    {t("imports.standsNow")} <b>{words.say(item.field, item.present)}</b>
                  </span>
                )}
              </>
            )}
            <small>
              {word("waits", item.reason)}
              {item.owner && item.owner !== "registration" && (
                <> · {t("imports.theirs", { desk: word("service", item.owner) })}</>
              )}
            </small>
          </div>
          {may && (
            <div className="pending-do">
              {!isOthers(item) && (
                <button
                  type="button"
                  className="quiet-button pending-settle"
                  aria-expanded={doing?.item === item.id && doing.how === "settle"}
                  onClick={() => setDoing({ item: item.id, how: "settle" })}
                >
                  {t(`settle.${item.kind === "file" ? "row" : item.kind}`)}
                </button>
              )}
              {(item.kind !== "row" || n === 0) && (
                <button
                  type="button"
                  className="quiet-button"
                  aria-expanded={doing?.item === item.id && doing.how === "dismiss"}
                  onClick={() => setDoing({ item: item.id, how: "dismiss" })}
                >
                  {t(`dismiss.${item.kind === "file" ? "row" : item.kind}`)}
                </button>
              )}
            </div>
          )}
          {doing?.item === item.id && (
            <div className="pending-form">
              {doing.how === "settle" ? (
                <SettleForm conference={conference} item={item} close={close} />
              ) : (
                <DismissForm conference={conference} item={item} close={close} />
              )}
            </div>
          )}
        </div>
      ))}
    </li>
  );
}

/** Another desk has to say so; what it says settles the item. */
const isOthers = (item: QueueItem): boolean =>
  item.kind === "conflict" && item.owner !== null && item.owner !== "registration";
