import { useState } from "react";
import { clockOf } from "../book/clock";
import type { Book, Gate } from "../book/types";
import { unsent } from "../deeds/queue";
import type { Phone } from "../phone";
import type { Snapshot } from "../state";
import { moment, t, word } from "../words";
import { SignOut } from "./SignOut";
import { Trouble } from "./Trouble";
import { useWork } from "./useWork";

interface Props {
  readonly phone: Phone;
  readonly now: Snapshot;
  readonly book: Book;
}

/** Where the bus goes and when, who waits for it, and whether it may leave. */
export function RouteView({ phone, now, book }: Props) {
  const { trip } = book;
  const gate = book.gates.find((g) => g.trip === trip.code);
  const route = book.routes.find((r) => r.code === trip.route);
  const stops = book.stops.filter((s) => s.route === trip.route);
  return (
    <>
      <section className="group">
        <h2>{route ? route.name : t("route.pickup", { from: word("place", trip.from) })}</h2>
        <dl className="facts">
          <dt>{t("route.departs")}</dt>
          <dd>{moment(trip.departs ?? trip.windowFrom ?? "") || t("unknown")}</dd>
          <dt>{t("route.driver")}</dt>
          <dd>{trip.driver || gate?.driver?.name || t("unknown")}</dd>
          {gate?.driver?.number && (
            <>
              <dt>{t("route.contact")}</dt>
              <dd>
                <Call number={gate.driver.number} name={gate.driver.name} />
              </dd>
            </>
          )}
        </dl>
      </section>
      {trip.route && <GateCard phone={phone} now={now} gate={gate} />}
      {stops.length > 0 && (
        <section className="group">
          <h2>{t("route.stops")}</h2>
          <ol className="stops">
            {stops.map((stop) => (
              <li key={stop.code}>
                <strong>{stop.name}</strong>
                <span className="muted">
                  {moment(stop.arrives)} – {clockOf(stop.leaves)}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className="group device">
        <h2>{t("device")}</h2>
        <p className="muted">{t("device.about", { until: until(book) })}</p>
        <div className="more-actions">
          <button type="button" onClick={() => phone.leaveBus()} disabled={now.line !== "live"}>
            {t("device.otherBus")}
          </button>
          <button type="button" onClick={() => void phone.lock()}>
            {t("device.lock")}
          </button>
        </div>
        <SignOut phone={phone} unsent={unsent(now.deeds)} />
      </section>
    </>
  );
}

const until = (book: Book): string =>
  book.conference.rehearsal ? t("device.rehearsal") : moment(book.conference.ends);

interface GateProps {
  readonly phone: Phone;
  readonly now: Snapshot;
  readonly gate: Gate | undefined;
}

function GateCard({ phone, now, gate }: GateProps) {
  const [leaving, setLeaving] = useState(false);
  const [reason, setReason] = useState("");
  const { busy, error, work } = useWork();
  const told = now.deeds.some((d) => d.kind === "departure" && d.state === "waiting");
  const gone = gate?.departedAt;
  const green = gate?.light === "green";
  const fresh = now.line === "live";
  const leave = () =>
    void work(async () => {
      await phone.telling.depart(reason.trim());
      setLeaving(false);
      setReason("");
    });
  return (
    <section className="group gate" data-light={gate?.light ?? "unknown"} data-trip={gate?.trip}>
      <h2>
        {t("gate")} <span className="light">{word("light", gate?.light ?? "unknown")}</span>
      </h2>
      {!fresh && <p className="muted">{t("gate.old")}</p>}
      {!gone && hintOf(gate?.light) && <p className="gate-hint">{hintOf(gate?.light)}</p>}
      <ul className="sites">
        {(gate?.sites ?? []).map((site) => (
          <li key={site.manifest} data-acknowledged={site.acknowledged}>
            <strong>{site.name}</strong>
            <span className="muted">
              {site.arrives && moment(site.arrives)} ·{" "}
              {t(
                site.acknowledged
                  ? "gate.acknowledged"
                  : site.required
                    ? "gate.unacknowledged"
                    : "gate.notYet",
              )}
            </span>
            {site.receivers.map((r) => (
              <Call key={r.contact} number={r.number} name={r.name ?? r.contact} />
            ))}
          </li>
        ))}
      </ul>
      {gone && <p className="notice good">{t("gate.gone", { time: moment(gone) })}</p>}
      {told && <p className="notice">{t("gate.told")}</p>}
      {!gone && !told && !leaving && (
        <button
          type="button"
          className={`wide leave ${green ? "main" : "danger"}`}
          onClick={() => setLeaving(true)}
        >
          {t(green ? "gate.leave" : "gate.leaveRed")}
        </button>
      )}
      {leaving && (
        <div className="leaving">
          {!(green && fresh) && (
            <>
              <label htmlFor="reason">{t("gate.reason")}</label>
              <input
                id="reason"
                name="reason"
                maxLength={500}
                value={reason}
                onChange={(e) => setReason(e.target.value)}
              />
            </>
          )}
          <Trouble error={error} />
          <div className="side-by-side">
            <button type="button" onClick={() => setLeaving(false)}>
              {t("cancel")}
            </button>
            <button
              type="button"
              className="main leave-now"
              disabled={busy || (!(green && fresh) && reason.trim() === "")}
              onClick={leave}
            >
              {t("gate.leaveNow")}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

/** What is to be done next, so that the bus may leave. */
function hintOf(light: string | undefined): string {
  switch (light) {
    case "no-roll-call":
      return t("hint.noRollCall");
    case "evaluating":
      return t("hint.evaluating");
    case "red":
      return t("hint.red");
    default:
      return "";
  }
}

function Call({ number, name }: { readonly number?: string | null; readonly name: string }) {
  if (!number) {
    return null;
  }
  return (
    <a className="call" href={`tel:${number.replace(/[^\d+]/g, "")}`}>
      {name} {number}
    </a>
  );
}
