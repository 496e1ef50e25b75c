import type { Wave } from "../api/boards";
import type { Itinerary, Participant } from "../api/types";

/** The people of a wave; who has no itinerary yet comes at an unknown time to an unknown place. */
export function peopleOf(
  wave: Wave,
  participants: readonly Participant[],
  itineraries: readonly Itinerary[],
): Participant[] {
  const arrivals = new Map(itineraries.map((i) => [i.person, i.arrival]));
  return participants.filter((p) => {
    const arrival = arrivals.get(p.id);
    return (
      p.attending &&
      (arrival?.place ?? "") === wave.place &&
      (arrival?.time ?? null) === wave.time &&
      (arrival?.number ?? "") === wave.number
    );
  });
}
