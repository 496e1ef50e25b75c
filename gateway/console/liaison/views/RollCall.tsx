import { lazy, Suspense, useState } from "react";
import { byDelegation, nameOf, ridersOf } from "../book/riders";
import type { Book } from "../book/types";
import type { Phone } from "../phone";
import { allAboard, counts, EMPTY, isNothing, marked, undone, unreported } from "../roll/roll";
import type { Snapshot } from "../state";
import { listed, t } from "../words";
import { MoveSheet } from "./MoveSheet";
import { NoScan } from "./NoScan";
import { RiderRow } from "./RiderRow";
import { Trouble } from "./Trouble";
import { Unexpected } from "./Unexpected";
import { useWork } from "./useWork";

/** Read with the page where there was a network then; where it is missing, the roll is called by name. */
const Scan = lazy(() => import("./Scan").catch(() => ({ default: NoScan })));

/** Browsers have a camera for pages only where nobody can listen in. */
const HAS_CAMERA = navigator.mediaDevices?.getUserMedia !== undefined;

interface Props {
  readonly phone: Phone;
  readonly now: Snapshot;
  readonly book: Book;
}

/** The bus by delegations: who is there, who is not; the counts are always in sight. */
export function RollCall({ phone, now, book }: Props) {
  const [adding, setAdding] = useState(false);
  const [scanning, setScanning] = useState(false);
  const [moving, setMoving] = useState<string | null>(null);
  const [askedAnew, setAskedAnew] = useState(false);
  const { busy, error, work } = useWork();
  const { roll } = now;
  const riders = ridersOf(book);
  const people = riders.map((r) => r.person);
  const count = counts(roll, people);
  const report = unreported(roll);
  const on = new Set(people);
  const strangers = Object.keys(roll.marks).filter(
    (p) => roll.marks[p] === "unexpected" && !on.has(p),
  );
  const left = new Set(now.deeds.map((d) => (d.kind === "transfer" ? d.person : "")));
  const gone = Object.keys(roll.marks).filter(
    (p) => roll.marks[p] === "aboard" && !on.has(p) && !left.has(p),
  );
  const moved = new Map(
    now.deeds
      .filter((d) => d.kind === "transfer" && d.state === "waiting")
      .map((d) => [d.kind === "transfer" ? d.person : "", d]),
  );
  const fresh = report.aboard.length + report.absent.length;
  if (adding) {
    return <Unexpected phone={phone} now={now} book={book} close={() => setAdding(false)} />;
  }
  if (scanning) {
    return (
      <Suspense fallback={null}>
        <Scan phone={phone} book={book} close={() => setScanning(false)} />
      </Suspense>
    );
  }
  if (moving) {
    return <MoveSheet phone={phone} book={book} person={moving} close={() => setMoving(null)} />;
  }
  return (
    <>
      <section
        className="counts"
        aria-label={t("roll.counts")}
        aria-live="polite"
        data-aboard={count.aboard}
        data-absent={count.absent}
        data-open={count.open}
        data-unexpected={count.unexpected}
      >
        <Count of="expected" n={count.expected} />
        <Count of="aboard" n={count.aboard} />
        <Count of="absent" n={count.absent} />
        <Count of="open" n={count.open} />
        <Count of="unexpected" n={count.unexpected} />
      </section>
      {riders.length === 0 && <p className="notice">{t("roll.nobody")}</p>}
      {byDelegation(riders).map(([delegation, group]) => (
        <section key={delegation} className="group">
          <h2>
            {book.delegations[delegation] ?? delegation}{" "}
            <span className="muted">{group.length}</span>
          </h2>
          <ul>
            {group.map((rider) => (
              <RiderRow
                key={rider.person}
                rider={rider}
                mark={roll.marks[rider.person] ?? null}
                reported={roll.reported[rider.person] ?? null}
                leaving={moved.get(rider.person)}
                tap={(mark) => phone.telling.mark((r) => marked(r, rider.person, mark))}
                move={book.trip.kind === "excursion" ? () => setMoving(rider.person) : null}
              />
            ))}
          </ul>
        </section>
      ))}
      {strangers.length > 0 && (
        <section className="group strangers">
          <h2>{t("roll.strangers")}</h2>
          <ul>
            {strangers.map((person) => (
              <li key={person} className="rider" data-mark="unexpected" data-person={person}>
                <span className="rider-name">{nameOf(book, person)}</span>
                <button
                  type="button"
                  className="mark"
                  onClick={() => phone.telling.mark((r) => marked(r, person, null))}
                >
                  {t("roll.takeBack")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {gone.length > 0 && (
        <p className="notice warn">
          {t("roll.gone", { names: listed(gone.map((p) => nameOf(book, p))) })}
        </p>
      )}
      <div className="more-actions">
        {HAS_CAMERA && (
          <button type="button" onClick={() => setScanning(true)} className="scan-codes">
            {t("roll.scan")}
          </button>
        )}
        <button type="button" onClick={() => setAdding(true)} className="add-unexpected">
          {t("roll.unexpected")}
        </button>
        <button
          type="button"
          className="rest-aboard"
          disabled={count.open === 0}
          onClick={() => phone.telling.mark((r) => allAboard(r, people))}
        >
          {t("roll.restAboard")}
        </button>
        {askedAnew ? (
          <button
            type="button"
            className="danger"
            onClick={() => {
              setAskedAnew(false);
              phone.telling.mark(() => EMPTY);
            }}
          >
            {t("roll.anewSure")}
          </button>
        ) : (
          <button
            type="button"
            disabled={Object.keys(roll.marks).length === 0}
            onClick={() => setAskedAnew(true)}
          >
            {t("roll.anew")}
          </button>
        )}
      </div>
      <Trouble error={error} />
      <div className="report">
        <button
          type="button"
          className="undo"
          disabled={roll.taps.length === 0}
          onClick={() => phone.telling.mark(undone)}
        >
          {t("roll.undo")}
        </button>
        <button
          type="button"
          className="main"
          disabled={isNothing(report) || busy}
          onClick={() => void work(() => phone.telling.report())}
        >
          {fresh > 0 ? t("roll.report", { n: fresh }) : t("roll.nothing")}
        </button>
      </div>
    </>
  );
}

type Counted = "expected" | "aboard" | "absent" | "open" | "unexpected";

function Count({ of, n }: { readonly of: Counted; readonly n: number }) {
  return (
    <div className="count" data-of={of}>
      <strong>{n}</strong>
      <span>{t(`count.${of}`)}</span>
    </div>
  );
}
