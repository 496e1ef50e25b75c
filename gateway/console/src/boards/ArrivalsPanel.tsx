import { useMemo } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { useConferenceClock } from "../duty/clock";
import { useNow } from "../duty/useNow";
import { useWords } from "../i18n/I18n";
import { ArrivalFindings } from "./ArrivalFindings";
import { ArrivalsChart } from "./ArrivalsChart";
import { arriving, findings, sumOf } from "./arrivals";
import { Panel } from "./Panel";
import { usePlannedTrips, useWaves } from "./useBoards";

/** Places for whose pictures a wall has room, the busiest; the words beside them are of all. */
const ON_WALL = 2;

interface Props {
  readonly conference: string;
  readonly bare?: boolean;
}

/** Who arrives when, against the seats that fetch them; and in words where these are too few. */
export function ArrivalsPanel({ conference, bare }: Props) {
  const { t } = useWords();
  const waves = useWaves(conference);
  const trips = usePlannedTrips(conference);
  const now = useNow(useConferenceClock(conference));
  const places = useMemo(
    () => arriving(waves.data ?? [], trips.data ?? []),
    [waves.data, trips.data],
  );
  const sum = sumOf(waves.data ?? []);
  const most = Math.max(0, ...places.flatMap((p) => p.hours.map((h) => h.people)));
  return (
    <Panel
      title={t("arrivals.title")}
      name="arrivals"
      asked={[waves, trips]}
      href={hashOf({ ...NOWHERE, conference, section: "boards", open: "arrivals" })}
      tools={
        waves.data && (
          <p className="panel-sum">
            {t("arrivals.sum", { people: sum.people, self: sum.byThemselves })}
            {sum.unknown > 0 && (
              <strong className="badge changed">
                {t("arrivals.unknownSum", { count: sum.unknown })}
              </strong>
            )}
          </p>
        )
      }
    >
      {places.length === 0 ? (
        <p className="muted">{t("arrivals.none")}</p>
      ) : (
        <>
          <ArrivalFindings all={findings(places)} />
          <div className="arrivals-places">
            {(bare ? places.slice(0, ON_WALL) : places).map((at) => (
              <ArrivalsChart
                key={at.place}
                conference={conference}
                at={at}
                most={most}
                now={now}
                bare={bare}
              />
            ))}
          </div>
          {bare && places.length > ON_WALL && (
            <p className="muted">{t("boards.more", { count: places.length - ON_WALL })}</p>
          )}
          {!bare && <p className="legend muted">{t("arrivals.legend")}</p>}
        </>
      )}
    </Panel>
  );
}
