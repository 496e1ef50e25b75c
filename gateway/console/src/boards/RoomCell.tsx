import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import type { Cell } from "./rooms";

interface Props {
  readonly conference: string;
  readonly cell: Cell;
  /** The host of each companion. */
  readonly hosts: ReadonlyMap<string, string | null>;
}

/** One room: its beds, who lies in them, for whom it is held. */
export function RoomCell({ conference, cell, hosts }: Props) {
  const { t, word } = useWords();
  const { room, state, guests, capacity, organisation } = cell;
  return (
    <li className="room-cell" data-room={room} data-state={state}>
      <span className="room-head">
        <strong>{room}</strong>
        <span className="room-beds" aria-hidden="true">
          {Array.from({ length: capacity }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one bed is like another
            <span key={i} data-taken={i < guests.length || undefined} />
          ))}
        </span>
        <span className="unseen">
          {t("rooms.cell", {
            type: word("roomType", cell.type),
            beds: capacity,
            guests: guests.length,
          })}
        </span>
      </span>
      {guests.map((guest) => {
        const host = hosts.get(guest.person);
        const together = host && guests.some((g) => g.person === host);
        return (
          <a
            key={guest.person}
            className="room-guest"
            href={hashOf({ ...NOWHERE, conference, section: "people", open: guest.person })}
            title={`${guest.name} · ${guest.delegation} · ${guest.nights.map((n) => `${n.from} – ${n.to}`).join(", ")}`}
          >
            {together && (
              <span className="room-companion" title={t("rooms.companion")}>
                +
              </span>
            )}
            {guest.name} <span className="muted">{guest.delegation}</span>
          </a>
        );
      })}
      {state === "held" && <span className="room-for">■ {organisation}</span>}
      {state === "free" && <span className="muted">{word("roomType", cell.type)}</span>}
    </li>
  );
}
