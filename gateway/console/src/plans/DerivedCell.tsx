import type { ReactNode } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { usePlace } from "../desk/usePlace";
import { Countdown } from "../duty/Countdown";
import { useConferenceClock } from "../duty/clock";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { useParticipants } from "../people/useParticipants";
import { staysOf } from "./accommodation";
import type { Surroundings } from "./choices";
import { HeldCell, SeatsCell } from "./HallCells";
import { type Heads, headsOnce } from "./heads";
import { called, type Derived, type Entry, type Kind, text } from "./kinds";
import {
  countsIn,
  type Group,
  lastOf,
  sumOf,
  useGiven,
  useGroups,
  useRollCalls,
  useStays,
} from "./surveys";
import { useOwn } from "./useOwn";
import { useManifests } from "./usePlans";
import { useTouched } from "./useTouched";

export interface CellProps {
  readonly conference: string;
  readonly kind: Kind;
  readonly entry: Entry;
  readonly about: Surroundings;
}

const NOTHING = <span className="table-nothing">–</span>;

/** What the platform knows of a plan beyond what was written down. */
export function DerivedCell({ derived, ...props }: CellProps & { readonly derived: Derived }) {
  switch (derived) {
    case "list":
      return <ListCell {...props} />;
    case "seatsNeeded":
      return <SeatsCell {...props} />;
    case "held":
      return <HeldCell {...props} />;
    case "counts":
      return <CountsCell {...props} />;
    case "left":
      return <LeftCell {...props} />;
    case "taken":
      return props.entry.kind === "pickup" ? <FetchedCell {...props} /> : <TakenCell {...props} />;
    case "rollCall":
      return <RollCallCell {...props} />;
    case "buses":
      return <BusesCell {...props} />;
    case "people":
      return <PeopleCell {...props} />;
    case "given":
      return <GivenCell {...props} />;
    case "where":
      return props.kind.name === "lodging" ? <HotelsCell {...props} /> : <RunCell {...props} />;
  }
}

/** The version of the list that hangs on it, and the change that touched it just now. */
function ListCell({ conference, kind, entry, about }: CellProps) {
  const { t, word } = useWords();
  const [place] = usePlace();
  const manifest = kind.manifests(entry, about.lists)[0] ?? "";
  const found = useManifests(conference).get(manifest);
  const touched = useTouched().get(manifest);
  return (
    <span className="plan-list">
      {found ? (
        <a
          href={hashOf({ ...NOWHERE, conference, section: "manifests", open: manifest })}
          data-manifest={manifest}
          data-version={found.version}
        >
          {t("fact.version", { version: found.version })}
        </a>
      ) : (
        NOTHING
      )}
      {touched && (
        <a className="badge changed" href={hashOf({ ...place, change: touched.id })}>
          {touched.action ? word("action", touched.action) : t("plan.justNow")}
        </a>
      )}
    </span>
  );
}

function CountsCell(props: CellProps) {
  const { t, word } = useWords();
  const content = useOwn(props);
  if (!content) {
    return NOTHING;
  }
  const counts = countsIn(content, "count");
  return (
    <span
      className="plan-counts"
      title={counts.map(([d, n]) => `${word("diet", d)} ${n}`).join(" ")}
    >
      <b>{t("plan.portions", { count: sumOf(counts) })}</b>
      {counts
        .filter(([diet]) => diet !== "normal")
        .map(([diet, count]) => (
          <span key={diet} className="table-told">
            {word("diet", diet)} {count}
          </span>
        ))}
    </span>
  );
}

function LeftCell({ conference, entry }: CellProps) {
  const reading = useConferenceClock(conference);
  return entry.cancelled ? NOTHING : <Countdown due={text(entry, "cutoff")} reading={reading} />;
}

const full = (taken: number, seats: number): string | undefined =>
  taken > seats ? "plan-over" : undefined;

function TakenCell({ conference, entry }: CellProps) {
  const group = useGroups(conference)?.find((g) => g.bus === entry.code);
  const seats = Number(entry.seats);
  return group && !entry.cancelled ? (
    <span className={full(group.taken, seats)}>
      {group.taken} / {seats}
    </span>
  ) : (
    NOTHING
  );
}

function FetchedCell(props: CellProps) {
  const content = useOwn(props);
  const seats = Number(props.entry.seats);
  const taken = content ? Object.keys(content.lines).length : 0;
  return content && !props.entry.cancelled ? (
    <span className={full(taken, seats)}>
      {taken} / {seats}
    </span>
  ) : (
    NOTHING
  );
}

function RollCallCell({ conference, entry }: CellProps) {
  const { t, language } = useWords();
  const asked = entry.kind === "excursion" && !entry.cancelled;
  const calls = useRollCalls(conference, text(entry, "code"), asked);
  const last = calls && lastOf(calls);
  if (!asked) {
    return NOTHING;
  }
  if (!last) {
    return <span className="table-nothing">{calls ? t("plan.notCalled") : "–"}</span>;
  }
  return (
    <span className={last.absent.length > 0 ? "table-warn" : undefined}>
      {t("plan.called", {
        time: localMoment(last.happenedAt, language),
        aboard: last.aboard.length,
        absent: last.absent.length,
      })}
    </span>
  );
}

function BusesCell({ conference, kind, entry }: CellProps) {
  const { t } = useWords();
  const groups = useGroups(conference);
  const route = kind.name === "route" ? entry.code : entry.route;
  const mine = (groups ?? []).filter((g) => g.route === route);
  return mine.length > 0 && !entry.cancelled ? (
    <span className="plan-buses">
      {mine.map((group) => (
        <Bus key={group.bus} group={group} about={t("plan.onBus", { plate: group.plate })} />
      ))}
    </span>
  ) : (
    NOTHING
  );
}

function Bus({ group, about }: { readonly group: Group; readonly about: string }) {
  return (
    <span className={full(group.taken, group.seats)} title={about}>
      {group.bus} <b>{group.taken}</b>/{group.seats}
    </span>
  );
}

function PeopleCell({ conference, kind, entry }: CellProps) {
  const { t } = useWords();
  const stays = useStays(conference);
  const people = useParticipants(conference).data;
  if (!stays || !people) {
    return NOTHING;
  }
  const heads = headsOnce(stays, people);
  const counts = kind.name in heads ? heads[kind.name as keyof Heads] : undefined;
  const count = counts?.get(kind.id(entry)) ?? 0;
  return count > 0 ? t("plan.people", { count }) : NOTHING;
}

function GivenCell({ conference, entry }: CellProps) {
  const { t } = useWords();
  const given = useGiven(conference, text(entry, "id"), !entry.cancelled);
  const asked = Number(entry.rooms);
  return given === undefined || entry.cancelled ? (
    NOTHING
  ) : (
    <span className={given < asked ? "plan-over" : undefined}>
      {t("plan.given", { given, asked })}
    </span>
  );
}

function HotelsCell({ entry, about }: CellProps) {
  const { t, language } = useWords();
  return (
    <span>
      {staysOf(entry).map(({ hotel, from }, i): ReactNode => {
        const name = called(about.lists, "hotel", hotel);
        return (
          <span key={`${hotel} ${from}`}>
            {i > 0 && " → "}
            {from ? t("plan.hotelFrom", { hotel: name, from: localMoment(from, language) }) : name}
          </span>
        );
      })}
    </span>
  );
}

/** Where a trip goes, or whom it fetches, and when. */
function RunCell({ entry, kind, about }: CellProps) {
  const words = useWords();
  const said = (name: string) => localMoment(text(entry, name), words.language);
  return (
    <span>
      {kind.title(entry, about.lists, words)}
      {entry.kind === "pickup" && (
        <span className="muted">
          {" "}
          {said("windowFrom")}–{text(entry, "windowTo").slice(11, 16)}
        </span>
      )}
    </span>
  );
}
