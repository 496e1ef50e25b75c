import type { Night } from "../api/boards";

/** One hotel over all nights that are shown. */
export interface HotelNights {
  readonly hotel: string;
  readonly nights: readonly Night[];
}

/** The nights of every hotel, in both their orders. */
export function byHotel(all: readonly Night[]): HotelNights[] {
  const hotels = new Map<string, Night[]>();
  for (const night of all) {
    hotels.set(night.hotel, [...(hotels.get(night.hotel) ?? []), night]);
  }
  return [...hotels].map(([hotel, nights]) => ({ hotel, nights }));
}

export const datesOf = (all: readonly Night[]): string[] =>
  [...new Set(all.map((n) => n.night))].sort();

/** What a hotel can still give over a run of nights. */
export interface Room {
  readonly hotel: string;
  /** Rooms free on each of these nights, at least: not always the same ones. */
  readonly rooms: number;
  readonly beds: number;
  /** On which night there are so few. */
  readonly tightest: string;
}

/**
 * Which hotels have rooms for nights from one date on, before another: the one with most first.
 *
 * @param from date of the first night
 * @param to date on which the rooms are given back
 */
export function whereFree(all: readonly Night[], from: string, to: string): Room[] {
  return byHotel(all)
    .flatMap(({ hotel, nights }) => {
      const asked = nights.filter((n) => n.night >= from && n.night < to);
      const tightest = asked.reduce<Night | null>(
        (least, n) => (least === null || n.free < least.free ? n : least),
        null,
      );
      return tightest === null
        ? []
        : [
            {
              hotel,
              rooms: tightest.free,
              beds: Math.min(...asked.map((n) => n.freeBeds)),
              tightest: tightest.night,
            },
          ];
    })
    .sort((a, b) => b.rooms - a.rooms || (a.hotel < b.hotel ? -1 : 1));
}

const DAY = 86_400_000;

export const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00Z`) + DAY).toISOString().slice(0, 10);
