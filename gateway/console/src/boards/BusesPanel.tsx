import { hashOf, NOWHERE } from "../desk/place";
import { Countdown } from "../duty/Countdown";
import { useConferenceClock, usePhase } from "../duty/clock";
import { missing, todays } from "../duty/gateStory";
import { localMillis } from "../duty/urgency";
import { useGates } from "../duty/useDuty";
import { useFitting } from "../duty/useFitting";
import { useNow } from "../duty/useNow";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { useCatalogue } from "../manifests/useCatalogue";
import { useRole } from "../session/useRole";
import { Panel } from "./Panel";
import { useGroups } from "./useBoards";

const NEAR = 12 * 3_600_000;

/** A bus of yesterday for which nobody said that it left is not late any more. */
const isNear = (departs: string | null, now: number | null): boolean =>
  departs !== null && now !== null && now - localMillis(departs) < NEAR;

interface Props {
  readonly conference: string;
  /** As many as fit, the most pressing first: on a wall nobody scrolls. */
  readonly bare?: boolean;
}

/** Of a bus on the wall, in its own letters: charts.css. */
const HEIGHT = 5.2;
const COLUMNS = 2;

/** Every excursion bus: how full it is, and whether it may leave. */
export function BusesPanel({ conference, bare }: Props) {
  const { t, word, language } = useWords();
  const groups = useGroups(conference);
  const gates = useGates(conference);
  const may = useRole(conference, "read-gates") !== undefined;
  const known = useCatalogue(conference);
  const reading = useConferenceClock(conference);
  const now = useNow(reading);
  const today = usePhase(conference).data?.localTime.slice(0, 10) ?? "";
  const [rows, list] = useFitting<HTMLUListElement>(HEIGHT);
  const pressing = todays(gates.data ?? [], today).map((g) => g.trip);
  const place = (bus: string) => {
    const at = pressing.indexOf(bus);
    return at < 0 ? pressing.length : at;
  };
  const all = groups.data ?? [];
  const shown = bare
    ? [...all].sort((a, b) => place(a.bus) - place(b.bus)).slice(0, rows * COLUMNS)
    : all;
  return (
    <Panel
      title={t("buses.title")}
      name="buses"
      asked={[groups, { ...gates, may }]}
      href={hashOf({ ...NOWHERE, conference, section: "boards", open: "seats" })}
    >
      {all.length === 0 && <p className="muted">{t("buses.none")}</p>}
      <ul className="buses" ref={bare ? list : undefined}>
        {shown.map((bus) => {
          const gate = gates.data?.find((g) => g.trip === bus.bus);
          const absent = bus.members.filter((m) => m.absent).length;
          const gone = gate?.departedAt ?? null;
          const waits = gate && gone === null && gate.light === "red" ? missing(gate) : [];
          return (
            <li
              key={bus.bus}
              data-bus={bus.bus}
              data-light={gate?.light}
              data-over={bus.taken > bus.seats || undefined}
            >
              <a
                className="bus-name"
                href={hashOf({
                  ...NOWHERE,
                  conference,
                  section: "boards",
                  open: `seats:${bus.bus}`,
                })}
              >
                <strong>{bus.bus}</strong> {known.routes.get(bus.route)?.name ?? bus.route}{" "}
                <span className="muted">{bus.plate}</span>
              </a>
              <span className="bus-gate">
                {gone !== null
                  ? t("gate.left", { time: gone.slice(11, 16) })
                  : gate
                    ? word("light", gate.light)
                    : ""}
              </span>
              <span className="fill" aria-hidden="true">
                <span
                  style={{ width: `${Math.min(100, (bus.taken / Math.max(1, bus.seats)) * 100)}%` }}
                />
              </span>
              <span className="bus-fill">
                {bus.taken}/{bus.seats}
                {bus.taken > bus.seats && (
                  <span className="badge removed">
                    ▲ {t("buses.over", { count: bus.taken - bus.seats })}
                  </span>
                )}
                {absent > 0 && (
                  <span className="badge changed">{t("buses.absent", { count: absent })}</span>
                )}
              </span>
              <span className="bus-when muted">
                {bus.departs && localMoment(bus.departs, language)}{" "}
                {gone === null && isNear(bus.departs, now) && (
                  <Countdown due={bus.departs} reading={reading} />
                )}
                {waits.length > 0 &&
                  ` · ${t("wall.waitsFor", {
                    sites: waits.map((s) => s.name).join(language === "zh" ? "、" : ", "),
                  })}`}
              </span>
            </li>
          );
        })}
      </ul>
      {shown.length < all.length && (
        <p className="muted">{t("boards.more", { count: all.length - shown.length })}</p>
      )}
    </Panel>
  );
}
