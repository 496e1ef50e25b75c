import type { Night } from "../api/boards";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { byHotel, datesOf } from "./nights";
import { Panel } from "./Panel";
import { useHotels, useNights } from "./useBoards";

interface Props {
  readonly conference: string;
}

/** Every hotel on every night: rooms taken, held and free. */
export function RoomsPanel({ conference }: Props) {
  const { t, language } = useWords();
  const nights = useNights(conference);
  const hotels = useHotels(conference);
  const all = nights.data ?? [];
  const dates = datesOf(all);
  const nameOf = (code: string) => hotels.data?.find((h) => h.code === code)?.name ?? code;
  const board = (open: string) => hashOf({ ...NOWHERE, conference, section: "boards", open });
  return (
    <Panel title={t("nights.title")} name="nights" asked={[nights, hotels]} href={board("rooms")}>
      {all.length === 0 ? (
        <p className="muted">{t("nights.none")}</p>
      ) : (
        <div className="nights-frame">
          <table className="nights">
            <caption className="unseen">{t("nights.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("nights.hotel")}</th>
                {dates.map((date) => (
                  <th key={date} scope="col">
                    {localMoment(date, language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {byHotel(all).map((hotel) => (
                <tr key={hotel.hotel} data-hotel={hotel.hotel}>
                  <th scope="row">
                    <a href={board(`rooms:${hotel.hotel}`)}>{nameOf(hotel.hotel)}</a>
                    <span className="muted">
                      {t("nights.rooms", { count: hotel.nights[0]?.rooms ?? 0 })}
                    </span>
                  </th>
                  {hotel.nights.map((night) => (
                    <NightCell key={night.night} night={night} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {all.length > 0 && <RoomsLegend />}
    </Panel>
  );
}

export function NightCell({ night }: { readonly night: Night }) {
  const { t } = useWords();
  const part = (rooms: number) => `${(rooms / Math.max(1, night.rooms)) * 100}%`;
  return (
    <td className="night" data-night={night.night} data-full={night.free === 0 || undefined}>
      <span className="night-bar" aria-hidden="true">
        <span className="room-taken" style={{ width: part(night.taken) }} />
        <span className="room-held" style={{ width: part(night.held) }} />
      </span>
      <span className="night-free">{t("nights.free", { count: night.free })}</span>
      <span className="muted">
        {t("nights.taken", { taken: night.taken, guests: night.guests })}
        {night.asked > 0 && ` ${t("nights.held", { held: night.held })}`}
      </span>
      {night.asked > night.held && (
        <span className="badge changed">
          {t("nights.short", { count: night.asked - night.held })}
        </span>
      )}
      {night.waiting > 0 && (
        <span className="badge removed">{t("nights.waiting", { count: night.waiting })}</span>
      )}
    </td>
  );
}

export function RoomsLegend() {
  const { t } = useWords();
  return (
    <p className="legend muted">
      <span className="swatch room-taken" /> {t("nights.legendTaken")}
      <span className="swatch room-held" /> {t("nights.legendHeld")}
      <span className="swatch room-free" /> {t("nights.legendFree")}
    </p>
  );
}
