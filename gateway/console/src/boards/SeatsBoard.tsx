import { useMemo } from "react";
import type { Group } from "../api/boards";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { useCatalogue } from "../manifests/useCatalogue";
import { BusPlan } from "./BusPlan";
import { Panel } from "./Panel";
import { latestOf, parts, plan, unexpected } from "./seats";
import { useGroups, useRollCalls } from "./useBoards";
import "./seats.css";

interface Props {
  readonly conference: string;
  readonly bus: string | null;
}

/** The excursion buses, each with its seats; one of them large, with names. */
export function SeatsBoard({ conference, bus }: Props) {
  const { t } = useWords();
  const groups = useGroups(conference);
  const known = useCatalogue(conference);
  const all = groups.data ?? [];
  const chosen = all.find((g) => g.bus === bus) ?? all[0];
  const nameOf = (delegation: string) => known.delegations.get(delegation)?.name ?? delegation;
  const routeOf = (group: Group) => known.routes.get(group.route)?.name ?? group.route;
  return (
    <Panel title={t("seats.title")} name="seats" asked={[groups]}>
      {all.length === 0 && <p className="muted">{t("buses.none")}</p>}
      <div className="seats-board">
        <ul className="bus-cards">
          {all.map((group) => (
            <li key={group.bus}>
              <a
                className="bus-card"
                data-bus={group.bus}
                data-over={group.taken > group.seats || undefined}
                aria-current={group.bus === chosen?.bus ? "true" : undefined}
                href={hashOf({
                  ...NOWHERE,
                  conference,
                  section: "boards",
                  open: `seats:${group.bus}`,
                })}
              >
                <span className="bus-card-head">
                  <strong>{group.bus}</strong> {routeOf(group)}
                </span>
                <BusPlan seats={plan(group)} small />
                <span className="bus-card-sum">{sumOf(group, t)}</span>
              </a>
            </li>
          ))}
        </ul>
        {chosen && (
          <Bus
            key={chosen.bus}
            conference={conference}
            group={chosen}
            route={routeOf(chosen)}
            nameOf={nameOf}
          />
        )}
      </div>
    </Panel>
  );
}

function sumOf(group: Group, t: ReturnType<typeof useWords>["t"]): string {
  const absent = group.members.filter((m) => m.absent).length;
  return [
    `${group.taken}/${group.seats}`,
    group.taken > group.seats
      ? `▲ ${t("buses.over", { count: group.taken - group.seats })}`
      : t("seats.free", { count: group.seats - group.taken }),
    ...(absent > 0 ? [t("buses.absent", { count: absent })] : []),
  ].join(" · ");
}

interface BusProps {
  readonly conference: string;
  readonly group: Group;
  readonly route: string;
  readonly nameOf: (delegation: string) => string;
}

function Bus({ conference, group, route, nameOf }: BusProps) {
  const { t, language } = useWords();
  const calls = useRollCalls(conference, group.bus).data ?? [];
  const strangers = useMemo(() => unexpected(group, calls), [group, calls]);
  const seats = useMemo(() => plan(group), [group]);
  const last = latestOf(calls);
  const absent = group.members.filter((m) => m.absent);
  return (
    <section className="bus-large" data-bus={group.bus} aria-label={`${group.bus} ${route}`}>
      <header>
        <h3>
          {group.bus} {route} <span className="muted">{group.plate}</span>
        </h3>
        <p>
          {sumOf(group, t)}
          {group.departs &&
            ` · ${t("gate.departs", { time: localMoment(group.departs, language) })}`}
        </p>
        <p className="muted">
          {last
            ? t("seats.rollCall", { time: localMoment(last.happenedAt, language) })
            : t("seats.noRollCall")}{" "}
          {t("seats.note")}
        </p>
      </header>
      <div className="bus-drawing">
        <BusPlan seats={seats} unexpected={strangers} nameOf={nameOf} />
        <div className="bus-lists">
          <h4>{t("seats.byDelegation")}</h4>
          <ul className="bus-parts">
            {parts(group.members).map((part) => (
              <li key={part.delegation}>
                <span className="muted">{part.delegation}</span> {nameOf(part.delegation)}{" "}
                <strong>{part.people}</strong>
              </li>
            ))}
          </ul>
          <People
            title={`× ${t("seats.absent")}`}
            conference={conference}
            people={absent.map((m) => ({ ...m, delegation: nameOf(m.delegation) }))}
          />
          <People
            title={`★ ${t("seats.unexpected")}`}
            conference={conference}
            people={group.members
              .filter((m) => strangers.has(m.person))
              .map((m) => ({ ...m, delegation: nameOf(m.delegation) }))}
          />
        </div>
      </div>
      <a
        href={hashOf({
          ...NOWHERE,
          conference,
          section: "manifests",
          open: `trip:${group.bus}`,
        })}
      >
        {t("seats.list")}
      </a>
    </section>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly conference: string;
  readonly people: readonly {
    readonly person: string;
    readonly name: string;
    readonly delegation: string;
  }[];
}

function People({ title, conference, people }: PeopleProps) {
  return people.length === 0 ? null : (
    <>
      <h4>
        {title} {people.length}
      </h4>
      <ul className="bus-people">
        {people.map((p) => (
          <li key={p.person}>
            <a href={hashOf({ ...NOWHERE, conference, section: "people", open: p.person })}>
              {p.name}
            </a>{" "}
            <span className="muted">{p.delegation}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
