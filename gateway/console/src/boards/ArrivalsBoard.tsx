import { useMemo, useState } from "react";
import type { Wave } from "../api/boards";
import { hashOf, NOWHERE } from "../desk/place";
import { useConferenceClock } from "../duty/clock";
import { useNow } from "../duty/useNow";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { useParticipants } from "../people/useParticipants";
import { ArrivalsPanel } from "./ArrivalsPanel";
import { isAfterMidnight, isOverdue, isUnfetched, isUnknown, last, SELF } from "./arrivals";
import { Panel } from "./Panel";
import { peopleOf } from "./peopleOf";
import { useItineraries, useWaves } from "./useBoards";
import "./timeline.css";

interface Props {
  readonly conference: string;
}

const FILTERS = ["all", "unfetched", "overdue", "midnight", "unknown"] as const;
type Filter = (typeof FILTERS)[number];

const keyOf = (w: Wave): string => `${w.place} ${w.time ?? ""} ${w.number}`;

/** Who comes when and by what, with what fetches them; the last of the night in sight from the first. */
export function ArrivalsBoard({ conference }: Props) {
  const { t, word, language } = useWords();
  const waves = useWaves(conference);
  const now = useNow(useConferenceClock(conference));
  const [filter, setFilter] = useState<Filter>("all");
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const all = waves.data ?? [];
  const of: Record<Filter, (w: Wave) => boolean> = {
    all: () => true,
    unfetched: isUnfetched,
    overdue: (w) => now !== null && isOverdue(w, now),
    midnight: isAfterMidnight,
    unknown: isUnknown,
  };
  const shown = all.filter(of[filter]);
  const latest = last(all.filter((w) => w.place !== SELF));
  const days = [...new Set(shown.map((w) => w.time?.slice(0, 10) ?? ""))];
  const toggle = (key: string) =>
    setOpened((was) => {
      const next = new Set(was);
      if (!next.delete(key)) {
        next.add(key);
      }
      return next;
    });
  const people = (f: Filter) => all.filter(of[f]).reduce((sum, w) => sum + w.people, 0);
  return (
    <div className="arrivals-board">
      <ArrivalsPanel conference={conference} />
      <Panel title={t("timeline.title")} name="timeline" asked={[waves]}>
        {latest?.time && (
          <p className="timeline-last">
            {t("timeline.last", {
              time: localMoment(latest.time, language),
              place: word("place", latest.place),
              number: latest.number || t("timeline.noNumber"),
              count: latest.people,
            })}{" "}
            {latest.pickups.length > 0 ? (
              t("timeline.onPickup", { trips: latest.pickups.join(" ") })
            ) : (
              <span className="badge removed">▲ {t("timeline.unfetched")}</span>
            )}
          </p>
        )}
        <fieldset className="chips">
          <legend className="unseen">{t("timeline.filter")}</legend>
          {FILTERS.map((f) => (
            <button
              key={f}
              type="button"
              className="chip"
              aria-pressed={filter === f}
              data-filter={f}
              onClick={() => setFilter(f)}
            >
              {t(`timeline.${f}`)} <span>{people(f)}</span>
            </button>
          ))}
        </fieldset>
        {shown.length === 0 && <p className="muted">{t("timeline.nobody")}</p>}
        {days.map((day) => (
          <section key={day} className="timeline-day">
            <h3>{day ? localMoment(day, language) : t("timeline.timeUnknown")}</h3>
            <ol className="timeline">
              {shown
                .filter((w) => (w.time?.slice(0, 10) ?? "") === day)
                .map((wave) => (
                  <WaveRow
                    key={keyOf(wave)}
                    conference={conference}
                    wave={wave}
                    now={now}
                    open={opened.has(keyOf(wave))}
                    toggle={() => toggle(keyOf(wave))}
                  />
                ))}
            </ol>
          </section>
        ))}
      </Panel>
    </div>
  );
}

interface RowProps {
  readonly conference: string;
  readonly wave: Wave;
  readonly now: number | null;
  readonly open: boolean;
  readonly toggle: () => void;
}

function WaveRow({ conference, wave, now, open, toggle }: RowProps) {
  const { t, word } = useWords();
  const overdue = now !== null && isOverdue(wave, now);
  const state = isUnknown(wave)
    ? "unknown"
    : isUnfetched(wave)
      ? "unfetched"
      : wave.people === wave.met
        ? "met"
        : overdue
          ? "overdue"
          : "expected";
  return (
    <li className="wave" data-state={state} data-midnight={isAfterMidnight(wave) || undefined}>
      <button type="button" className="wave-head" aria-expanded={open} onClick={toggle}>
        <span className="wave-time">{wave.time?.slice(11, 16) ?? t("timeline.noTime")}</span>
        <span className="wave-mark" aria-hidden="true" />
        <span className="wave-what">
          <strong>{wave.number || t("timeline.noNumber")}</strong>{" "}
          {wave.place ? word("place", wave.place) : t("timeline.noPlace")}
        </span>
        <span className="wave-people">{t("arrivals.people", { count: wave.people })}</span>
        <span className="wave-state">
          {isAfterMidnight(wave) && (
            <span className="badge changed">☾ {t("timeline.midnightBadge")}</span>
          )}
          {wave.met > 0 && (
            <span className="badge added">✓ {t("timeline.met", { count: wave.met })}</span>
          )}
          {wave.missed > 0 && (
            <span className="badge removed">× {t("timeline.missed", { count: wave.missed })}</span>
          )}
          {state === "overdue" && wave.met + wave.missed < wave.people && (
            <span className="badge">
              {t("timeline.uncounted", { count: wave.people - wave.met - wave.missed })}
            </span>
          )}
          {state === "unfetched" && (
            <span className="badge removed">▲ {t("timeline.unfetched")}</span>
          )}
          {wave.place === SELF && <span className="badge">{t("timeline.self")}</span>}
        </span>
      </button>
      {wave.pickups.map((trip) => (
        <a
          key={trip}
          className="wave-pickup"
          href={hashOf({ ...NOWHERE, conference, section: "manifests", open: `trip:${trip}` })}
        >
          {t("timeline.onPickup", { trips: trip })}
        </a>
      ))}
      {open && <WavePeople conference={conference} wave={wave} />}
    </li>
  );
}

/** Who they are: only read once somebody asks. */
function WavePeople({ conference, wave }: { readonly conference: string; readonly wave: Wave }) {
  const { t } = useWords();
  const itineraries = useItineraries(conference, true).data;
  const participants = useParticipants(conference).data;
  const people = useMemo(
    () => (itineraries && participants ? peopleOf(wave, participants, itineraries) : null),
    [wave, itineraries, participants],
  );
  return (
    <ul className="wave-names">
      {people === null && <li className="muted">{t("app.loading")}</li>}
      {people?.map((p) => (
        <li key={p.id}>
          <a href={hashOf({ ...NOWHERE, conference, section: "people", open: p.id })}>{p.name}</a>{" "}
          <span className="muted">{p.delegation}</span>
        </li>
      ))}
    </ul>
  );
}
