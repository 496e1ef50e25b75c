import { useMemo, useState } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { usePhase } from "../duty/clock";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { useParticipants } from "../people/useParticipants";
import { FreeRooms } from "./FreeRooms";
import { dayToShow } from "./moments";
import { datesOf } from "./nights";
import { Panel } from "./Panel";
import { RoomCell } from "./RoomCell";
import { RoomsLegend } from "./RoomsPanel";
import { floors, waitingOn } from "./rooms";
import { useHeldRooms, useHotels, useNights, useRooms, useSleepers } from "./useBoards";
import "./rooms.css";

interface Props {
  readonly conference: string;
  readonly hotel: string | null;
}

/** A hotel as it stands: floor by floor and room by room, who sleeps there on one night. */
export function RoomsBoard({ conference, hotel }: Props) {
  const { t, language } = useWords();
  const nights = useNights(conference);
  const hotels = useHotels(conference);
  const all = hotels.data ?? [];
  const chosen = all.find((h) => h.code === hotel) ?? all[0];
  const rooms = useRooms(conference, chosen?.code ?? null);
  const sleepers = useSleepers(conference, chosen?.code ?? null);
  const held = useHeldRooms(conference, chosen?.code ?? null);
  const people = useParticipants(conference).data;
  const today = usePhase(conference).data?.localTime.slice(0, 10) ?? "";
  const [wanted, want] = useState<string | null>(null);
  const dates = datesOf((nights.data ?? []).filter((n) => n.hotel === chosen?.code));
  const night = wanted !== null && dates.includes(wanted) ? wanted : dayToShow(dates, today);
  const hosts = useMemo(() => new Map((people ?? []).map((p) => [p.id, p.companionOf])), [people]);
  const drawn = useMemo(
    () =>
      floors(
        rooms.data ?? [],
        sleepers.data ?? [],
        held.data ?? [],
        night ?? "",
        (person) => hosts.get(person) ?? null,
      ),
    [rooms.data, sleepers.data, held.data, night, hosts],
  );
  const waiting = waitingOn(sleepers.data ?? [], night ?? "");
  const sum = nights.data?.find((n) => n.hotel === chosen?.code && n.night === night);
  const at = Math.max(0, dates.indexOf(night ?? ""));
  return (
    <div className="rooms-board">
      <Panel
        title={t("rooms.title")}
        name="rooms"
        asked={chosen ? [hotels, nights, rooms, sleepers, held] : [hotels, nights]}
        tools={
          <nav className="chips" aria-label={t("rooms.which")}>
            {all.map((h) => (
              <a
                key={h.code}
                className="chip"
                aria-current={h.code === chosen?.code ? "page" : undefined}
                href={hashOf({
                  ...NOWHERE,
                  conference,
                  section: "boards",
                  open: `rooms:${h.code}`,
                })}
              >
                {h.name}
              </a>
            ))}
          </nav>
        }
      >
        {!chosen || night === null ? (
          <p className="muted">{t("nights.none")}</p>
        ) : (
          <>
            <div className="night-slider">
              <label htmlFor="night">{t("rooms.night")}</label>
              <input
                id="night"
                type="range"
                min={0}
                max={dates.length - 1}
                value={at}
                aria-valuetext={localMoment(night, language)}
                onChange={(e) => want(dates[Number(e.target.value)] ?? null)}
              />
              <output htmlFor="night">{localMoment(night, language)}</output>
              {sum && (
                <p className="rooms-sum" data-free={sum.free}>
                  <strong>{t("nights.free", { count: sum.free })}</strong>{" "}
                  {t("nights.taken", { taken: sum.taken, guests: sum.guests })}
                  {sum.asked > 0 && ` · ${t("nights.held", { held: sum.held })}`}
                  {` · ${t("rooms.beds", { beds: sum.beds, free: sum.freeBeds })}`}
                </p>
              )}
            </div>
            {waiting.length > 0 && (
              <p className="rooms-waiting">
                <span className="badge removed">
                  ▲ {t("nights.waiting", { count: waiting.length })}
                </span>{" "}
                {waiting.map((s) => s.name).join(language === "zh" ? "、" : ", ")}
              </p>
            )}
            {drawn.map(({ floor, cells }) => (
              <section key={floor} className="floor" data-floor={floor}>
                <h3>{floor ? t("rooms.floor", { floor }) : t("rooms.noFloor")}</h3>
                <ul className="cells">
                  {cells.map((cell) => (
                    <RoomCell key={cell.room} conference={conference} cell={cell} hosts={hosts} />
                  ))}
                </ul>
              </section>
            ))}
            <RoomsLegend />
          </>
        )}
      </Panel>
      {chosen && dates.length > 0 && night !== null && (
        <FreeRooms
          key={night}
          conference={conference}
          nights={nights.data ?? []}
          hotels={all}
          from={night}
        />
      )}
    </div>
  );
}
