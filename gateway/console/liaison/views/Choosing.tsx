import { useEffect, useState } from "react";
import { conferences, routesOf, tripsOf } from "../book/reading";
import type { Conference, Route, Trip } from "../book/types";
import type { Phone } from "../phone";
import type { Snapshot } from "../state";
import { moment, t, word } from "../words";
import { SignOut } from "./SignOut";
import { Trouble } from "./Trouble";
import { useWork } from "./useWork";

interface Props {
  readonly phone: Phone;
  readonly now: Snapshot;
}

/** Once: of which conference, and which bus. */
export function Choosing({ phone, now }: Props) {
  const [all, setAll] = useState<readonly Conference[] | null>(null);
  const [chosen, setChosen] = useState<Conference | null>(null);
  const [trips, setTrips] = useState<readonly Trip[] | null>(null);
  const [routes, setRoutes] = useState<readonly Route[]>([]);
  const [failed, setFailed] = useState<unknown>(null);
  const { busy, error, work } = useWork();
  const mine = new Set(
    now.me?.conferences.filter((c) => c.roles.includes("liaison")).map((c) => c.id),
  );
  const owner = now.owner;
  useEffect(() => {
    conferences().then(setAll, setFailed);
  }, []);
  const shown = (all ?? []).filter((c) => mine.has(c.id) || c.id === owner?.conference);
  const only = shown.length === 1 ? (shown[0] ?? null) : null;
  const conference = chosen ?? only;
  const id = conference?.id;
  useEffect(() => {
    if (id) {
      setTrips(null);
      Promise.all([tripsOf(id), routesOf(id)]).then(([read, known]) => {
        setTrips(read);
        setRoutes(known);
      }, setFailed);
    }
  }, [id]);
  const routeName = (code: string) => routes.find((r) => r.code === code)?.name ?? code;
  return (
    <section className="choosing" aria-busy={busy}>
      {!conference && (
        <>
          <h1>{t("choose.conference")}</h1>
          {all && shown.length === 0 && <p className="notice warn">{t("choose.none")}</p>}
          <ul className="choices">
            {shown.map((c) => (
              <li key={c.id}>
                <button type="button" className="choice" onClick={() => setChosen(c)}>
                  <strong>{c.name}</strong>
                  <span className="muted">
                    {moment(c.starts)} – {moment(c.ends)}
                    {c.rehearsal && ` · ${t("rehearsal")}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {conference && (
        <>
          <h1>{t("choose.bus")}</h1>
          <p className="muted">{conference.name}</p>
          {trips?.length === 0 && <p className="notice">{t("choose.noBus")}</p>}
          <ul className="choices">
            {(trips ?? []).map((trip) => (
              <li key={trip.code}>
                <button
                  type="button"
                  className="choice"
                  data-trip={trip.code}
                  disabled={busy}
                  onClick={() => void work(() => phone.choose(conference.id, trip.code))}
                >
                  <strong>
                    {trip.code} <span className="plate">{trip.plate}</span>
                  </strong>
                  <span className="muted">
                    {trip.kind === "excursion"
                      ? routeName(trip.route)
                      : t("choose.pickup", { from: word("place", trip.from) })}{" "}
                    {moment(trip.departs ?? trip.windowFrom ?? "")}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {chosen && !only && (
            <button type="button" className="quiet" onClick={() => setChosen(null)}>
              {t("back")}
            </button>
          )}
        </>
      )}
      {busy && <p className="muted">{t("choose.reading")}</p>}
      <Trouble error={error ?? failed} />
      {now.book && (
        <button type="button" className="quiet" onClick={() => phone.stay()}>
          {t("choose.stay")}
        </button>
      )}
      {!now.book && <SignOut phone={phone} unsent={0} />}
    </section>
  );
}
