import { useState } from "react";
import { freeSeats } from "../book/buses";
import { nameOf } from "../book/riders";
import type { Book, Trip } from "../book/types";
import type { Phone } from "../phone";
import { t } from "../words";
import { Trouble } from "./Trouble";
import { useWork } from "./useWork";

interface Props {
  readonly phone: Phone;
  readonly book: Book;
  readonly person: string;
  readonly close: () => void;
}

interface Way {
  readonly route: string;
  readonly bus: string;
}

/** Somebody goes on another bus or route, or stays here after all: decided on the step. */
export function MoveSheet({ phone, book, person, close }: Props) {
  const [way, setWay] = useState<Way | null>(null);
  const { busy, error, work } = useWork();
  const place = book.places[person];
  const name = nameOf(book, person);
  const same = (one: Way) => way?.route === one.route && way.bus === one.bus;
  const routes = [...book.routes].sort((a, b) =>
    a.code === book.trip.route ? -1 : b.code === book.trip.route ? 1 : a.code < b.code ? -1 : 1,
  );
  const room = (trip: Trip): string => {
    const free = freeSeats(book, trip);
    return free > 0 ? t("move.free", { n: free }) : t("move.full");
  };
  const choice = (one: Way, label: string, more = "", left = "") => (
    <li key={`${one.route} ${one.bus}`}>
      <button
        type="button"
        className="choice"
        data-way={`${one.route}/${one.bus}`}
        aria-pressed={same(one)}
        onClick={() => setWay(one)}
      >
        <strong>{label}</strong> <span className="plate">{more}</span>
        {left && <span className="seats-left">{left}</span>}
      </button>
    </li>
  );
  return (
    <section className="moving">
      <h1>{t("move.of", { name })}</h1>
      {!place && <p className="notice warn">{t("move.unknown")}</p>}
      {place && (
        <>
          <p className="muted">{t("move.about")}</p>
          {routes.map((route) => (
            <section key={route.code} className="group">
              <h2>{route.name}</h2>
              <ul className="choices">
                {choice({ route: route.code, bus: "" }, t("move.anyBus"))}
                {book.trips
                  .filter((trip) => trip.route === route.code && trip.code !== place.bus)
                  .map((trip) =>
                    choice(
                      { route: route.code, bus: trip.code },
                      trip.code,
                      trip.plate,
                      room(trip),
                    ),
                  )}
              </ul>
            </section>
          ))}
          <ul className="choices">{choice({ route: "", bus: "" }, t("move.nowhere"))}</ul>
        </>
      )}
      <Trouble error={error} />
      <div className="side-by-side stuck">
        <button type="button" onClick={close}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className="main"
          disabled={!way || busy}
          onClick={() =>
            way &&
            void work(async () => {
              await phone.telling.move(person, name, way);
              close();
            })
          }
        >
          {t("move.go")}
        </button>
      </div>
    </section>
  );
}
