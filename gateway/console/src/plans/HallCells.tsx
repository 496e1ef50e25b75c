import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import type { CellProps } from "./DerivedCell";
import { type Entry, text } from "./kinds";
import { countsIn, sumOf, useManifest } from "./surveys";
import { useOwn } from "./useOwn";
import { useManifests } from "./usePlans";

const seatsOf = (hall: Entry | undefined): number | null =>
  typeof hall?.capacity === "number" ? hall.capacity : null;

/** How many seats a session needs, and how many its hall has where that is known. */
export function SeatsCell(props: CellProps) {
  const { t } = useWords();
  const content = useOwn(props);
  if (!content) {
    return <span className="table-nothing">–</span>;
  }
  const seats = sumOf(countsIn(content, "seats"));
  const hall = props.about.lists.hall?.find((h) => h.name === props.entry.hall);
  return <Filled seats={seats} capacity={seatsOf(hall)} said={t("plan.seats", { count: seats })} />;
}

function Filled(props: {
  readonly seats: number;
  readonly capacity: number | null;
  readonly said: string;
}) {
  const { seats, capacity, said } = props;
  return capacity === null ? (
    said
  ) : (
    <span className={seats > capacity ? "plan-over" : undefined}>
      {seats} / {capacity}
    </span>
  );
}

/** The sessions of a hall, with what each needs of it. */
export function HeldCell({ conference, entry, about }: CellProps) {
  const { language } = useWords();
  const held = (about.lists.session ?? [])
    .filter((s) => s.hall === entry.name && !s.cancelled)
    .sort((a, b) => text(a, "starts").localeCompare(text(b, "starts")));
  return held.length === 0 ? (
    <span className="table-nothing">–</span>
  ) : (
    <span className="plan-buses">
      {held.map((session) => (
        <a
          key={text(session, "code")}
          href={hashOf({
            ...NOWHERE,
            conference,
            section: "plans",
            open: `session:${text(session, "code")}`,
          })}
        >
          {localMoment(text(session, "starts"), language)}{" "}
          <Needed conference={conference} session={session} capacity={seatsOf(entry)} />
        </a>
      ))}
    </span>
  );
}

interface NeededProps {
  readonly conference: string;
  readonly session: Entry;
  readonly capacity: number | null;
}

function Needed({ conference, session, capacity }: NeededProps) {
  const { t } = useWords();
  const manifest = `session:${text(session, "code")}`;
  const version = useManifests(conference).get(manifest)?.version;
  const content = useManifest(conference, manifest, version);
  const seats = content ? sumOf(countsIn(content, "seats")) : 0;
  return <Filled seats={seats} capacity={capacity} said={t("plan.seats", { count: seats })} />;
}
