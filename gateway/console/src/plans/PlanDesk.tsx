import { useQueryClient } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { lazy, Suspense, useCallback, useRef, useState } from "react";
import type { Answer } from "../api/http";
import ChangePanel from "../changes/ChangePanel";
import { Problem } from "../desk/Problem";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { useSlash } from "../people/useSlash";
import { rolesIn, useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import type { Draft } from "./fields";
import { useKept } from "./keeping";
import type { Deed, Entry, Kind } from "./kinds";
import { movingAt } from "./moving/places";
import { type Doing, PlanPanel } from "./PlanPanel";
import { PlanTable } from "./PlanTable";
import { PlanToolbar } from "./PlanToolbar";
import { found, type Standing } from "./rows";
import { placeOf, rolesFor, tablesFor } from "./tables";
import { useNear } from "./useNow";
import { plansKey, usePlans, usePlansFresh } from "./usePlans";
import "../facts/facts.css";
import "../facts/merge.css";
import "../people/person.css";
import "../table/table.css";
import "../table/narrow.css";
import "./plans.css";

const MovingDesk = lazy(() => import("./moving/MovingDesk"));
const ShiftPanel = lazy(() => import("./ShiftPanel"));

/** The desks' plans, table by table, one's own first. */
export default function PlanDesk({ conference }: { readonly conference: string }) {
  const { t } = useWords();
  const { me } = useWho();
  const [place] = usePlace();
  const tables = tablesFor(rolesIn(me, conference));
  const asked = placeOf(place.open);
  const kinds = tables.flatMap((d) => d.kinds);
  const kind = kinds.find((k) => k === asked.kind) ?? kinds[0];
  const moving = movingAt(place.open);
  usePlansFresh(conference);
  if (moving) {
    return (
      <Suspense>
        <MovingDesk conference={conference} because={moving} />
      </Suspense>
    );
  }
  return kind ? (
    <Table
      key={kind.name}
      conference={conference}
      kind={kind}
      id={kind === asked.kind ? asked.id : null}
    />
  ) : (
    <p className="table-none">{t("plan.noRight")}</p>
  );
}

interface Props {
  readonly conference: string;
  readonly kind: Kind;
  readonly id: string | null;
}

function Table({ conference, kind, id }: Props) {
  const words = useWords();
  const { t } = words;
  const { me } = useWho();
  const [place, go] = usePlace();
  const queries = useQueryClient();
  const mine = rolesIn(me, conference);
  const { about, isLoading, error } = usePlans(conference, kind);
  const [typed, setTyped] = useState("");
  const [standing, setStanding] = useState<Standing>("all");
  const [doing, setDoing] = useState<Doing | null>(null);
  const [made, setMade] = useState<{ id: string; change: string | null } | null>(null);
  const [shifting, setShifting] = useState(false);
  const { find, keep } = useKept(`${conference} ${kind.name}`);
  const whole = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useSlash(search);
  const near = useNear(conference);
  const entry = about.entries.find((e) => kind.id(e) === id) ?? null;
  const back = () => whole.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();

  const show = (shown: string | null) =>
    go({ section: "plans", open: shown === null ? kind.name : `${kind.name}:${shown}` });
  const begin = (deed: Deed, of: Entry | null, draft?: Draft) => {
    setMade(null);
    setShifting(false);
    const left = find(of && kind.id(of), deed.action);
    setDoing((was) => ({
      n: (was?.n ?? 0) + 1,
      deed,
      entry: of,
      draft,
      ...(draft === undefined && left?.deed.action === deed.action ? resumed(left) : {}),
    }));
  };
  const keepDraft = useCallback(
    (draft: Draft | null) => {
      if (doing) {
        keep(
          doing.entry && kind.id(doing.entry),
          doing.deed.action,
          draft && { ...doing, draft, again: true },
        );
      }
    },
    [doing, keep, kind],
  );
  const letGo = () => {
    if (doing) {
      keep(doing.entry && kind.id(doing.entry), doing.deed.action, null);
    }
  };
  const close = () => {
    setShifting(false);
    setDoing(null);
    setMade(null);
    if (place.change) {
      go({ ...place, change: null });
    } else {
      show(null);
    }
    back();
  };
  const lay = useCallback(
    (body: Entry) =>
      queries.setQueryData<readonly Entry[]>(plansKey(conference, kind.name), (all) =>
        laid(kind, all ?? [], body),
      ),
    [queries, conference, kind],
  );
  const done = ({ body, change }: Answer<Entry>) => {
    letGo();
    lay(body);
    void queries.invalidateQueries({ queryKey: ["of", conference, "plans"] });
    void queries.invalidateQueries({ queryKey: ["of", conference, "catalogue"] });
    if (kind.single) {
      void queries.invalidateQueries({ queryKey: ["conference", conference] });
    }
    setDoing(null);
    setMade({ id: kind.id(body), change });
    show(kind.id(body));
    back();
  };
  const side = entry !== null || doing !== null || place.change !== null || shifting;
  const shiftedBy = rolesFor(
    kind.deeds.find((d) => d.does === "change")?.action ?? kind.read,
    mine,
  )[0];
  return (
    <div className="people-table plan-desk" data-side={side || undefined} ref={whole}>
      <div className="table-whole">
        <PlanToolbar
          kind={kind}
          tables={tablesFor(mine)}
          conference={conference}
          search={search}
          typed={typed}
          type={setTyped}
          leave={back}
          standing={standing}
          stand={setStanding}
          mine={mine}
          begin={(deed) => {
            show(null);
            begin(deed, null);
          }}
          shift={
            kind.shift && shiftedBy
              ? () => {
                  close();
                  setShifting(true);
                }
              : undefined
          }
        />
        {error && <Problem error={error} />}
        {isLoading ? (
          <Skeleton className="find-wait" active paragraph={{ rows: 10 }} />
        ) : (
          <PlanTable
            conference={conference}
            kind={kind}
            about={about}
            typed={typed}
            standing={standing}
            opened={id}
            mine={mine}
            near={near}
            kept={(e) => find(kind.id(e)) !== null}
            left={(e, deed, draft) =>
              keep(kind.id(e), deed.action, { n: 0, deed, entry: e, draft, again: true })
            }
            open={(e) => {
              const left = find(kind.id(e));
              setShifting(false);
              setDoing((was) => left && { ...left, n: (was?.n ?? 0) + 1 });
              setMade(null);
              show(kind.id(e));
            }}
            begun={(e, deed, draft) => {
              show(kind.id(e));
              begin(deed, e, draft);
            }}
            close={close}
          />
        )}
      </div>
      {side && (
        <aside className="table-side" aria-label={t("plan.side")}>
          <button
            type="button"
            className="quiet-button icon-button table-side-close"
            aria-label={t("table.sideClose")}
            title={t("table.sideClose")}
            onClick={close}
          >
            <Icon name="close" />
          </button>
          {place.change ? (
            <ChangePanel key={place.change} conference={conference} change={place.change} />
          ) : shifting && shiftedBy ? (
            <article className="plan">
              <header className="plan-head">
                <p className="muted">{t(`plankind.${kind.name}`)}</p>
                <h1>{t("shift.begin")}</h1>
              </header>
              <Suspense>
                <ShiftPanel
                  conference={conference}
                  kind={kind}
                  about={about}
                  rows={found(kind, about.entries, typed, "standing", about, words)}
                  role={shiftedBy}
                  given={lay}
                  close={close}
                />
              </Suspense>
            </article>
          ) : (
            <PlanPanel
              conference={conference}
              kind={kind}
              about={about}
              entry={doing && doing.entry === null ? null : entry}
              doing={doing}
              made={made && made.id === id ? made : null}
              begin={begin}
              done={done}
              keep={keepDraft}
              cancel={() => {
                letGo();
                setDoing(null);
                back();
              }}
              seen={() => setMade(null)}
            />
          )}
        </aside>
      )}
    </div>
  );
}

/** As it was when it was left: what was on the screen then is what it is matched against. */
const resumed = ({ entry, draft, again }: Doing) => ({ entry, draft, again });

/** The newer state of one among all; a state that came late changes nothing. */
function laid(kind: Kind, all: readonly Entry[], now: Entry): readonly Entry[] {
  const id = kind.id(now);
  const was = all.find((e) => kind.id(e) === id);
  return was
    ? all.map((e) => (e === was && now.version >= e.version ? now : e))
    : [...all, { ...now, version: now.version ?? 0 }];
}
