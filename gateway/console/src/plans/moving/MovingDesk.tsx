import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { retiming } from "../../api/retimings";
import { Problem } from "../../desk/Problem";
import { useWords } from "../../i18n/I18n";
import { rolesIn, useWho } from "../../session/who";
import type { Entry } from "../kinds";
import { PlanTabs } from "../PlanTabs";
import { moveOf } from "../shifting";
import { KINDS, tablesFor } from "../tables";
import { useNear } from "../useNow";
import { plansKey } from "../usePlans";
import { type Candidate, dayFrom } from "./candidates";
import { MovingForm } from "./MovingForm";
import type { Because } from "./places";
import { useDayPlans } from "./useDayPlans";
import "../../facts/facts.css";
import "../../people/person.css";
import "../../table/table.css";
import "../plans.css";
import "./moving.css";

interface Props {
  readonly conference: string;
  readonly because: Because;
}

/** The opening moves, or the conference is shortened: all desks' plans of that time, as one act. */
export default function MovingDesk({ conference, because }: Props) {
  const { t } = useWords();
  const { me } = useWho();
  const queries = useQueryClient();
  const { about, error, loading } = useDayPlans(conference);
  const near = useNear(conference);
  const asked = useQuery({
    queryKey: ["of", conference, "retimings", because.kind === "asked" ? because.id : ""],
    queryFn: ({ signal }) =>
      retiming(conference, because.kind === "asked" ? because.id : "", signal),
    enabled: because.kind === "asked",
  });
  const given = (one: Candidate, body: Entry) =>
    queries.setQueryData<readonly Entry[]>(plansKey(conference, one.kind.name), (all) =>
      (all ?? []).map((e) =>
        one.kind.id(e) === one.kind.id(body) && body.version >= e.version ? body : e,
      ),
    );
  const of = because.kind === "plan" ? because.key : (asked.data?.plans[0] ?? "");
  const [name, ...rest] = of.split(":");
  const kind = Object.values(KINDS).find((k) => k.name === name);
  const entry = kind && about.lists[kind.name]?.find((e) => kind.id(e) === rest.join(":"));
  const at = kind && entry && Object.values(moveOf(kind, entry, 0)?.from ?? {}).sort()[0];
  const waits = loading || asked.isLoading || near === "";
  return (
    <div className="people-table plan-desk">
      <div className="table-whole">
        <PlanTabs conference={conference} kind={null} tables={tablesFor(rolesIn(me, conference))} />
        {waits ? (
          <Skeleton className="find-wait" active paragraph={{ rows: 10 }} />
        ) : error || asked.error ? (
          <Problem error={error ?? asked.error} />
        ) : (
          <MovingForm
            key={JSON.stringify(because)}
            conference={conference}
            about={about}
            event={kind && entry && because.kind === "plan" ? { kind, entry } : null}
            window={dayFrom(at || `${near.slice(0, 10)}T00:00`)}
            asked={asked.data ?? null}
            near={near}
            given={given}
          />
        )}
        {because.kind === "plan" && !waits && !entry && (
          <p className="table-none">{t("moving.gone")}</p>
        )}
      </div>
    </div>
  );
}
