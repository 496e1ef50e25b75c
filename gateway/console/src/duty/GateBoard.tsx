import { Segmented, Skeleton } from "antd";
import { useState } from "react";
import type { Gate } from "../api/duty";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { WallClock } from "./Countdown";
import { useConferenceClock, usePhase } from "./clock";
import { GateCard } from "./GateCard";
import { todays } from "./gateStory";
import { Planning } from "./Planning";
import { useGates } from "./useDuty";

interface Props {
  readonly conference: string;
  /** Only this trip's. */
  readonly trip: string | null;
}

/** Which bus may leave now, and which site keeps one back. */
export function GateBoard({ conference, trip }: Props) {
  const { t } = useWords();
  const known = useCatalogue(conference);
  const reading = useConferenceClock(conference);
  const phase = usePhase(conference).data;
  const { data, error } = useGates(conference);
  const [days, setDays] = useState("today");
  const today = phase?.localTime.slice(0, 10) ?? "";
  const shown: readonly Gate[] = trip
    ? (data ?? []).filter((g) => g.trip === trip)
    : days === "today"
      ? todays(data ?? [], today)
      : (data ?? []);
  return (
    <section className="board" aria-label={t("duty.gates")}>
      <header className="board-head">
        <h1>{t("duty.gates")}</h1>
        <span className="muted">
          {t("duty.conferenceTime")} <WallClock reading={reading} />
        </span>
        {!trip && (
          <Segmented<string>
            aria-label={t("gate.which")}
            value={days}
            onChange={setDays}
            options={[
              { value: "today", label: t("gate.today") },
              { value: "all", label: t("gate.all") },
            ]}
          />
        )}
      </header>
      {phase && !phase.live && <Planning />}
      {error && <Problem error={error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data && shown.length === 0 && (
        <p className="fact-none">{t(trip ? "gate.unknown" : "gate.none")}</p>
      )}
      <ul className="gates">
        {shown.map((gate) => (
          <li key={gate.trip}>
            <GateCard conference={conference} gate={gate} known={known} reading={reading} />
          </li>
        ))}
      </ul>
    </section>
  );
}
