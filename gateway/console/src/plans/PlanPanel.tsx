import { Button, Skeleton } from "antd";
import { lazy, Suspense } from "react";
import type { Answer } from "../api/http";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { RippleView } from "../ripple/RippleView";
import { rolesIn, useWho } from "../session/who";
import { type Surroundings, saying } from "./choices";
import { DerivedCell } from "./DerivedCell";
import { type Draft, draftOf } from "./fields";
import { type Deed, type Entry, type Kind, text } from "./kinds";
import { keyOf } from "./moving/candidates";
import { placeOfMoving } from "./moving/places";
import { columnName, fieldName } from "./naming";
import { PlanHistory } from "./PlanHistory";
import { deedsOf, rolesFor } from "./tables";

const PlanForm = lazy(() => import("./PlanForm"));

/** A command that is being filled in; `n` counts them. */
export interface Doing {
  readonly n: number;
  readonly deed: Deed;
  /** As it was on the screen; null for what is new. */
  readonly entry: Entry | null;
  readonly draft?: Draft;
  /** It was filled in before and left; what it would touch is asked when somebody says so. */
  readonly again?: true;
}

interface Props {
  readonly conference: string;
  readonly kind: Kind;
  readonly about: Surroundings;
  /** What is open; null while something new is filled in. */
  readonly entry: Entry | null;
  readonly doing: Doing | null;
  /** The change that was just made; null within when nothing had to change. */
  readonly made: { readonly change: string | null } | null;
  readonly begin: (deed: Deed, entry: Entry | null) => void;
  readonly done: (answer: Answer<Entry>) => void;
  readonly cancel: () => void;
  /** What is filled in so far; null: nothing that differs. */
  readonly keep: (draft: Draft | null) => void;
  readonly seen: () => void;
}

/** One plan: what stands, what its desk can do with it, and which changes touched its lists. */
export function PlanPanel(props: Props) {
  const { conference, kind, about, entry, doing, made, begin, done, cancel, keep, seen } = props;
  const words = useWords();
  const { t, word, language } = words;
  const { me } = useWho();
  const mine = rolesIn(me, conference);
  const deeds = entry ? deedsOf(kind, entry, mine) : [];
  const owners = [...new Set(kind.deeds.map(() => kind.desk))];
  const newer = doing?.entry && entry && doing.entry.version !== entry.version;
  return (
    <article className="plan" data-kind={kind.name}>
      <header className="plan-head">
        <p className="muted">
          {t(`plankind.${kind.name}`)}{" "}
          {entry && kind.fields.some((f) => f.name === "code") && (
            <code>{String(entry.code ?? "")}</code>
          )}
          {entry && entry.version > 0 && (
            <span className="fact-version">{t("fact.version", { version: entry.version })}</span>
          )}
        </p>
        <h1>
          {entry
            ? kind.title(entry, about.lists, words)
            : doing && word("action", doing.deed.action)}
        </h1>
        {entry?.cancelled && <span className="badge removed">{t("plan.cancelled")}</span>}
      </header>
      {entry && !doing && (
        <div className="plan-deeds">
          {deeds.map((deed) => (
            <Button
              key={deed.action}
              size="small"
              danger={deed.does === "cancel"}
              data-doing={deed.action}
              onClick={() => begin(deed, entry)}
            >
              {word("action", deed.action)}
            </Button>
          ))}
          {kind.shift && !entry.cancelled && (
            <a
              className="plan-along"
              href={hashOf({
                ...NOWHERE,
                conference,
                section: "plans",
                open: placeOfMoving({ kind: "plan", key: keyOf(kind, entry) }),
              })}
            >
              {t("moving.along")}
            </a>
          )}
          {kind.passedOn?.(entry) && (
            <span className="muted">{t("plan.calledTo", { trip: text(entry, "trip") })}</span>
          )}
          {deeds.length === 0 &&
            !entry.cancelled &&
            !kind.passedOn?.(entry) &&
            kind.deeds.some((d) => d.does !== "plan") && (
              <span className="muted">
                {t("fact.ownedBy", {
                  desk: owners.map((r) => word("role", r)).join(language === "zh" ? "、" : ", "),
                })}
              </span>
            )}
        </div>
      )}
      {newer && (
        <p className="fact-newer" role="status">
          {t("fact.changedMeanwhile")}
        </p>
      )}
      {doing && (
        <section className="plan-doing" data-doing={doing.deed.action}>
          {doing.entry && <h2>{word("action", doing.deed.action)}</h2>}
          {doing.again && (
            <p className="fact-newer plan-again" role="status">
              {t("plan.again")}
            </p>
          )}
          <Suspense fallback={<Skeleton active title={false} />}>
            <PlanForm
              key={doing.n}
              conference={conference}
              kind={kind}
              deed={doing.deed}
              entry={doing.entry}
              draft={doing.draft}
              again={doing.again ?? false}
              keep={keep}
              roles={rolesFor(doing.deed.action, mine)}
              about={about}
              done={done}
              cancel={cancel}
            />
          </Suspense>
        </section>
      )}
      {made && !made.change && (
        <p className="unchanged" role="status">
          {t("form.unchanged")}
        </p>
      )}
      {made?.change && (
        <RippleView key={made.change} conference={conference} change={made.change} close={seen} />
      )}
      {entry && (
        <dl className="person-fields plan-stands" key={entry.version}>
          {kind.fields
            .map((field) => ({ field, value: draftOf(entry, kind.fields)[field.name] ?? "" }))
            .filter(({ value }) => value !== "")
            .map(({ field, value }) => (
              <div key={field.name}>
                <dt>{fieldName(field, t)}</dt>
                <dd>{saying(field, value, about, words)}</dd>
              </div>
            ))}
          {kind.columns.map(
            (column) =>
              column.derived &&
              column.derived !== "list" && (
                <div key={column.key}>
                  <dt>{columnName(kind, column, t)}</dt>
                  <dd>
                    <DerivedCell
                      derived={column.derived}
                      conference={conference}
                      kind={kind}
                      entry={entry}
                      about={about}
                    />
                  </dd>
                </div>
              ),
          )}
        </dl>
      )}
      {entry && (
        <PlanHistory conference={conference} manifests={kind.manifests(entry, about.lists)} />
      )}
    </article>
  );
}
