import type { ExceptionNote } from "../api/types";
import { useWords } from "../i18n/I18n";
import type { Key } from "../i18n/messages";
import type { Catalogue } from "../manifests/naming";
import { aboutOf } from "./impact";

const SAID = new Set<string>([
  "overfull",
  "over-seats",
  "unplaced",
  "waiting-for-another",
  "route-unknown",
  "route-cancelled",
  "no-matching-pickup",
  "arrival-unknown",
  "departs-before-arrival",
  "hold-short",
  "companion-apart",
  "no-room",
  "lodging-unknown",
  "hotel-cancelled",
]);

interface Props {
  readonly service: string;
  readonly note: ExceptionNote;
  readonly known: Catalogue;
  readonly nameOf: (person: string) => string | undefined;
}

/** One thing that a desk would have to look at. */
export function Caveat({ service, note, known, nameOf }: Props) {
  const { t, word } = useWords();
  const about = aboutOf(note);
  // Two desks call it the same: somebody without a bus, and somebody without a room.
  const kind = service === "accommodation" && note.kind === "unplaced" ? "no-room" : note.kind;
  const person = typeof note.person === "string" ? nameOf(note.person) : undefined;
  const named = {
    ...about,
    who: person ?? about.who ?? "",
    route: known.routes.get(about.route ?? "")?.name ?? about.route ?? "",
    hotel: known.hotels.get(about.hotel ?? "")?.name ?? about.hotel ?? "",
    place: word("place", about.place ?? ""),
  };
  return (
    <li data-kind={note.kind}>
      <span className="badge">{word("service", service)}</span>
      {SAID.has(kind) ? t(`caveat.${kind}` as Key, named) : t("caveat.other", { ...named, kind })}
    </li>
  );
}
