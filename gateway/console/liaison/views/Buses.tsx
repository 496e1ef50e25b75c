import { type BusState, busesOf } from "../book/buses";
import type { Book } from "../book/types";
import { unsent } from "../deeds/queue";
import type { Snapshot } from "../state";
import { moment, t, word } from "../words";

interface Props {
  readonly now: Snapshot;
  readonly book: Book;
}

/** What the chief liaison leads by: every bus of the route, as far as the platform has heard. */
export function Buses({ now, book }: Props) {
  const buses = busesOf(book);
  const route = book.routes.find((r) => r.code === book.trip.route);
  const sum = (of: "expected" | "aboard" | "absent" | "unexpected") =>
    buses.reduce((n, bus) => n + bus[of], 0);
  return (
    <>
      <h1>{route?.name ?? book.trip.code}</h1>
      {now.line !== "live" && <p className="notice warn">{t("buses.old")}</p>}
      <p className="muted">
        {t("buses.sum", {
          expected: sum("expected"),
          aboard: sum("aboard"),
          absent: sum("absent"),
          unexpected: sum("unexpected"),
        })}
      </p>
      <ul className="buses">
        {buses.map((bus) => (
          <Bus
            key={bus.trip.code}
            bus={bus}
            light={book.gates.find((g) => g.trip === bus.trip.code)?.light}
            departedAt={book.gates.find((g) => g.trip === bus.trip.code)?.departedAt ?? null}
            mine={bus.trip.code === book.trip.code}
            waiting={bus.trip.code === book.trip.code ? unsent(now.deeds) : 0}
          />
        ))}
      </ul>
    </>
  );
}

const COUNTED = ["expected", "aboard", "absent", "open", "unexpected"] as const;

interface BusProps {
  readonly bus: BusState;
  readonly light: string | undefined;
  readonly departedAt: string | null;
  readonly mine: boolean;
  readonly waiting: number;
}

function Bus({ bus, light = "unknown", departedAt, mine, waiting }: BusProps) {
  return (
    <li className="bus" data-trip={bus.trip.code} data-light={light}>
      <div className="bus-head">
        <strong>{bus.trip.code}</strong> <span className="plate">{bus.trip.plate}</span>
        {mine && <span className="muted">{t("buses.mine")}</span>}
        <span className="light">{word("light", light)}</span>
      </div>
      <div className="bus-counts">
        {COUNTED.map((of) => (
          <span key={of}>
            {t(`count.${of}`)} <strong>{bus[of]}</strong>
          </span>
        ))}
      </div>
      <div className="muted">
        {bus.calledAt ? t("buses.called", { time: moment(bus.calledAt) }) : t("buses.notCalled")}
        {departedAt && ` · ${t("gate.gone", { time: moment(departedAt) })}`}
        {waiting > 0 && ` · ${t("buses.unsent", { n: waiting })}`}
      </div>
    </li>
  );
}
