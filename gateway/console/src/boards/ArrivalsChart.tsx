import { useId } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { type Arriving, HOUR, type Window } from "./arrivals";
import { dayAndHour, dayOf, hourOf } from "./moments";
import { Numbers } from "./Numbers";
import { useWidth } from "./useWidth";

interface Props {
  readonly conference: string;
  readonly at: Arriving;
  /** The most that any hour at any place has, so that places can be compared. */
  readonly most: number;
  /** The conference's wall clock, as if it were UTC; null while it is not known. */
  readonly now: number | null;
  /** On a wall nobody opens a table. */
  readonly bare?: boolean;
}

/** Pixels at a desk; on a wall twice as many, so that two places fit below each other. */
const BARS = 96;
const BARS_ON_WALL = 56;
const AXIS = 34;
const LANE = 26;
const TOP = 30;
/** Pixels that people and seats take beside each other. */
const ROOM_FOR_BOTH = 42;

/** Those who arrive, hour by hour, above the pickups that fetch them and their seats. */
export function ArrivalsChart({ conference, at, most, now, bare }: Props) {
  const words = useWords();
  const { t, word, language } = words;
  const [width, frame] = useWidth<HTMLDivElement>();
  const k = bare ? 2 : 1;
  const bars = bare ? BARS_ON_WALL : BARS;
  const hatch = useId();
  const title = useId();
  const place = word("place", at.place);
  const first = at.hours[0]?.at ?? 0;
  const span = at.hours.length * HOUR;
  const x = (moment: number) => ((moment - first) / span) * width;
  const step = width / Math.max(1, at.hours.length);
  const y = (people: number) => (people / Math.max(1, most)) * bars * k;
  const hourWide = step / k;
  const every =
    hourWide >= 34 ? 1 : hourWide >= 17 ? 2 : hourWide >= 11 ? 3 : hourWide >= 6 ? 6 : 12;
  const floor = (TOP + bars) * k;
  const lanes = floor + AXIS * k;
  const height = lanes + at.lanes * LANE * k;
  return (
    <figure className="arrivals" data-place={at.place} aria-labelledby={title}>
      <figcaption id={title}>
        <strong>{place}</strong> <span>{t("arrivals.people", { count: at.people })}</span>
      </figcaption>
      <div ref={frame} className="arrivals-frame">
        {width > 0 && at.hours.length > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            <defs>
              <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
                <path className="hatch" d="M-1 7 7 -1M-2 2 2 -2M4 8 8 4" />
              </pattern>
            </defs>
            {at.hours.map((hour, i) => {
              const left = x(hour.at);
              const tall = y(hour.people);
              const lost = y(hour.unfetched);
              const bar = Math.max(1, step - 2);
              const midnight = hourOf(hour.at) === "00:00";
              return (
                <g key={hour.at}>
                  {(midnight || i === 0) && (
                    <>
                      <line className="midnight" x1={left} x2={left} y1={0} y2={height} />
                      <text className="day" x={left + 3} y={floor + 29 * k}>
                        {localMoment(dayOf(hour.at), language)}
                      </text>
                    </>
                  )}
                  <rect className="bar" x={left + 1} y={floor - tall} width={bar} height={tall} />
                  {lost > 0 && (
                    <>
                      <rect
                        className="bar lost"
                        x={left + 1}
                        y={floor - lost}
                        width={bar}
                        height={lost}
                      />
                      <rect
                        x={left + 1}
                        y={floor - lost}
                        width={bar}
                        height={lost}
                        fill={`url(#${hatch})`}
                      />
                    </>
                  )}
                  {hour.people > 0 && hourWide >= 11 && (
                    <text className="count" x={left + step / 2} y={floor - tall - 4}>
                      {hour.people}
                    </text>
                  )}
                  {new Date(hour.at).getUTCHours() % every === 0 && (
                    <text className="tick" x={left + 2} y={floor + 14 * k}>
                      {hourOf(hour.at).slice(0, 2)}
                    </text>
                  )}
                </g>
              );
            })}
            <line className="axis" x1={0} x2={width} y1={floor} y2={floor} />
            {now !== null && now >= first && now <= first + span && (
              <g className="now">
                <line x1={x(now)} x2={x(now)} y1={8} y2={height} />
                <text x={x(now) + 4} y={10 * k}>
                  {t("arrivals.now")}
                </text>
              </g>
            )}
          </svg>
        )}
        {width > 0 &&
          at.windows.map((window) => (
            <Pickup
              key={window.trip}
              conference={conference}
              place={place}
              window={window}
              left={x(window.from)}
              width={x(window.to) - x(window.from)}
              top={lanes + window.lane * LANE * k}
            />
          ))}
      </div>
      {!bare && (
        <Numbers
          caption={place}
          head={[
            t("arrivals.hour"),
            t("arrivals.arriving"),
            t("arrivals.unfetched"),
            t("arrivals.fetching"),
          ]}
          rows={at.hours
            .filter((h) => h.people > 0)
            .map((h) => [
              dayAndHour(h.at, language),
              h.people,
              h.unfetched,
              at.windows
                .filter((w) => w.from < h.at + HOUR && w.to > h.at)
                .map((w) => `${w.trip} ${w.people}/${w.seats}`)
                .join(" · "),
            ])}
        />
      )}
    </figure>
  );
}

interface PickupProps {
  readonly conference: string;
  readonly place: string;
  readonly window: Window;
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

function Pickup({ conference, place, window, left, width, top }: PickupProps) {
  const { t } = useWords();
  const { trip, people, seats, over } = window;
  const said = t(over > 0 ? "arrivals.pickupOver" : "arrivals.pickup", {
    place,
    trip,
    from: hourOf(window.from),
    to: hourOf(window.to),
    people,
    seats,
    over,
  });
  const shown = `${over > 0 ? "▲" : ""}${width < ROOM_FOR_BOTH ? people : `${people}/${seats}`}`;
  return (
    <a
      className="pickup"
      data-over={over > 0 || undefined}
      data-trip={trip}
      href={hashOf({ ...NOWHERE, conference, section: "manifests", open: `trip:${trip}` })}
      style={{ left: left + 1, width: Math.max(8, width - 2), top }}
      aria-label={`${shown} ${said}`}
      title={said}
    >
      <span
        className="pickup-fill"
        style={{ width: `${Math.min(100, (people / Math.max(1, seats)) * 100)}%` }}
      />
      <span className="pickup-text">{shown}</span>
    </a>
  );
}
