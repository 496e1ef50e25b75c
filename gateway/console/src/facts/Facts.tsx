import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { Answer } from "../api/http";
import * as reads from "../api/reads";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { useCatalogue } from "../manifests/useCatalogue";
import { rolesIn, useWho } from "../session/who";
import { DietForm } from "./DietForm";
import { FactCard } from "./FactCard";
import { ItineraryFact } from "./ItineraryFact";
import { RouteFact } from "./RouteFact";
import { RouteForm } from "./RouteForm";
import { actingRoles, changedBy, type EditedFact } from "./rights";
import "./facts.css";
import "./merge.css";

const ItineraryForm = lazy(() => import("./ItineraryForm"));

interface Props {
  readonly conference: string;
  readonly person: string;
  readonly changed: (change: string | null) => void;
  readonly begun: () => void;
  /** What was filled in in the table, on top of what was read there. */
  readonly drafts?: Drafts;
  readonly drop?: () => void;
}

export interface Drafts {
  readonly fact: EditedFact;
  readonly seen: Answer<unknown>;
  /** Left out: only the form is opened. */
  readonly value?: string;
}

interface Editing {
  readonly fact: EditedFact;
  /** What the person saw when the form was opened. */
  readonly seen: Answer<unknown>;
}

/** Where the table of all people has read it. */
const LIST: Record<EditedFact, string> = {
  route: "memberships",
  itinerary: "itineraries",
  diet: "diets",
};

/** What is arranged for one person, each by the service that owns it. */
export function Facts({ conference, person, changed, begun, drafts, drop }: Props) {
  const { t, word, language } = useWords();
  const { me } = useWho();
  const queries = useQueryClient();
  const known = useCatalogue(conference);
  const [editing, setEditing] = useState<Editing | null>(drafts ?? null);
  const mine = rolesIn(me, conference);
  const key = (fact: EditedFact) => ["of", conference, "fact", fact, person];

  const membership = useQuery({
    queryKey: key("route"),
    queryFn: ({ signal }) => reads.membership(conference, person, signal),
  });
  const itinerary = useQuery({
    queryKey: key("itinerary"),
    queryFn: ({ signal }) => reads.itinerary(conference, person, signal),
  });
  const diet = useQuery({
    queryKey: key("diet"),
    queryFn: ({ signal }) => reads.diet(conference, person, signal),
  });
  const stays = useQuery({
    queryKey: ["of", conference, "stays"],
    queryFn: ({ signal }) => reads.stays(conference, signal),
  });
  const stay = stays.data?.find((s) => s.person === person);

  function card<T extends { person: string; version: number }>(
    fact: EditedFact,
    label: string,
    query: { data?: Answer<T>; error: unknown; isLoading: boolean },
  ) {
    const { data, error, isLoading } = query;
    const roles = actingRoles(fact, mine);
    const open = editing?.fact === fact ? (editing.seen as Answer<T>) : null;
    return {
      id: fact,
      version: data?.body.version,
      error,
      loading: isLoading,
      owners: changedBy(fact),
      editing: open !== null,
      newer: open !== null && data !== undefined && open.etag !== data.etag,
      action:
        roles.length > 0 && data
          ? {
              label,
              open: () => {
                begun();
                setEditing({ fact, seen: data });
              },
            }
          : undefined,
      form: open && {
        conference,
        fact: open,
        roles,
        known,
        draft: drafts?.fact === fact && drafts.seen === open ? drafts.value : undefined,
        cancel: () => {
          setEditing(null);
          drop?.();
          void queries.invalidateQueries({ queryKey: key(fact) });
        },
        done: (answer: Answer<T>) => {
          queries.setQueryData(key(fact), answer);
          queries.setQueryData<T[]>(["of", conference, "table", LIST[fact]], (all) =>
            all?.map((one) => (one.person === person ? answer.body : one)),
          );
          setEditing(null);
          drop?.();
          changed(answer.change);
        },
      },
    };
  }

  const { form: routeForm, ...route } = card("route", t("fact.changeRoute"), membership);
  const { form: legsForm, ...legs } = card("itinerary", t("fact.changeItinerary"), itinerary);
  const { form: dietForm, ...dietary } = card("diet", t("fact.changeDiet"), diet);
  return (
    <div className="facts">
      <FactCard
        {...route}
        icon="bus"
        title={t("fact.route")}
        form={routeForm && <RouteForm {...routeForm} />}
      >
        {membership.data && <RouteFact membership={membership.data.body} known={known} />}
      </FactCard>
      <FactCard
        {...dietary}
        icon="meal"
        title={t("fact.diet")}
        form={dietForm && <DietForm {...dietForm} />}
      >
        {diet.data && <span className="fact-value">{word("diet", diet.data.body.diet)}</span>}
      </FactCard>
      <FactCard
        {...legs}
        icon="plane"
        title={t("fact.itinerary")}
        form={
          legsForm && (
            <Suspense>
              <ItineraryForm {...legsForm} />
            </Suspense>
          )
        }
      >
        {itinerary.data && <ItineraryFact itinerary={itinerary.data.body} />}
      </FactCard>
      <FactCard
        id="stay"
        icon="bed"
        title={t("fact.stay")}
        error={stays.error}
        loading={stays.isLoading}
      >
        {stay ? (
          <>
            <span className="fact-value">{known.hotels.get(stay.hotel)?.name ?? stay.hotel}</span>
            <span className={stay.room ? "fact-about" : "fact-about warn"}>
              {stay.room ? t("fact.room", { room: stay.room }) : t("fact.noRoom")}
              {" · "}
              {t("fact.nights", {
                from: localMoment(stay.from, language),
                to: localMoment(stay.to, language),
              })}
            </span>
          </>
        ) : (
          stays.data && <span className="fact-none">{t("fact.noStay")}</span>
        )}
      </FactCard>
    </div>
  );
}
