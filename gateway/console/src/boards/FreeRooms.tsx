import { useState } from "react";
import type { Night } from "../api/boards";
import type { Hotel } from "../api/types";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { datesOf, dayAfter, whereFree } from "./nights";

interface Props {
  readonly conference: string;
  readonly nights: readonly Night[];
  readonly hotels: readonly Hotel[];
  /** The night that is looked at. */
  readonly from: string;
}

const TEN = 10;

/** Ten more rooms at once: which hotel has them, for which nights. */
export function FreeRooms({ conference, nights, hotels, from }: Props) {
  const { t, language } = useWords();
  const [rooms, setRooms] = useState(TEN);
  const until = datesOf(nights)
    .filter((date) => date >= from)
    .map(dayAfter);
  const [to, setTo] = useState(until[0] ?? dayAfter(from));
  const found = whereFree(nights, from, to);
  const nameOf = (code: string) => hotels.find((h) => h.code === code)?.name ?? code;
  return (
    <section className="panel free-rooms" aria-label={t("free.title")}>
      <header className="panel-head">
        <h2>{t("free.title")}</h2>
      </header>
      <form className="free-form" onSubmit={(e) => e.preventDefault()}>
        <label>
          {t("free.rooms")}{" "}
          <input
            type="number"
            min={1}
            max={10_000}
            value={rooms}
            onChange={(e) => setRooms(Math.max(1, Number(e.target.value) || 1))}
          />
        </label>
        <span>{t("free.from", { date: localMoment(from, language) })}</span>
        <label>
          {t("free.to")}{" "}
          <select value={to} onChange={(e) => setTo(e.target.value)}>
            {until.map((date) => (
              <option key={date} value={date}>
                {localMoment(date, language)}
              </option>
            ))}
          </select>
        </label>
      </form>
      <div role="status">
        {" "}
        <ul className="free-list">
          {found.map((one) => {
            const enough = one.rooms >= rooms;
            return (
              <li key={one.hotel} data-hotel={one.hotel} data-enough={enough}>
                <span className="free-mark">{enough ? "✓" : "×"}</span>
                <a
                  href={hashOf({
                    ...NOWHERE,
                    conference,
                    section: "boards",
                    open: `rooms:${one.hotel}`,
                  })}
                >
                  {nameOf(one.hotel)}
                </a>
                <strong>{t("free.has", { count: one.rooms })}</strong>
                <span className="muted">
                  {enough
                    ? t("free.enough")
                    : t("free.lacks", {
                        count: rooms - one.rooms,
                        date: localMoment(one.tightest, language),
                      })}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
      <p className="muted">{t("free.note")}</p>
    </section>
  );
}
