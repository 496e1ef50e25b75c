import { useEffect, useState } from "react";
import type { Answer } from "../api/http";
import type { Values } from "../facts/merging";
import { OrderForm } from "../facts/OrderForm";
import { useWords } from "../i18n/I18n";
import { type Surroundings, saying } from "./choices";
import { FieldInput } from "./FieldInput";
import { type Draft, differing, draftOf, missing, pick } from "./fields";
import type { Deed, Entry, Kind } from "./kinds";
import { fieldName } from "./naming";
import { give } from "./orders";
import { useNear, useNow } from "./useNow";

interface Props {
  readonly conference: string;
  readonly kind: Kind;
  readonly deed: Deed;
  /** As it was on the screen when the form was opened; null for what is new. */
  readonly entry: Entry | null;
  /** What was filled in in the table. */
  readonly draft?: Draft;
  /** The draft was left before; it is shown, and asked for by hand. */
  readonly again: boolean;
  readonly keep: (draft: Draft | null) => void;
  readonly roles: readonly string[];
  readonly about: Surroundings;
  readonly done: (answer: Answer<Entry>) => void;
  readonly cancel: () => void;
}

/** One command of a desk: filled in, weighed, given; where another desk was faster, settled. */
export default function PlanForm(props: Props) {
  const { conference, kind, deed, entry, draft, again, keep, roles, about, done, cancel } = props;
  const words = useWords();
  const { t, language } = words;
  const now = useNow(conference);
  const near = useNear(conference);
  const stands = draftOf(entry, kind.fields);
  const begun = { ...stands, ...deed.begun?.(entry) };
  const [mine, setMine] = useState<Draft>(() =>
    Object.keys(draft ?? {}).reduce((all, name) => deed.follow?.(all, name, about.lists) ?? all, {
      ...begun,
      ...draft,
    }),
  );

  const names = deed.fields(mine);
  const all = deed.strict ? kind.fields.map((f) => ({ ...f, optional: undefined })) : kind.fields;
  const fields = names
    .map((name) => all.find((f) => f.name === name))
    .filter((f) => f !== undefined);
  const lacking = [...missing(mine, all, names), ...(deed.wrong?.(mine) ?? [])];
  const changed = deed.whole
    ? differing(begun, mine, kind.fields, names).length > 0
      ? names
      : []
    : differing(stands, mine, kind.fields, names);
  const asked = pick(mine, changed);
  const filled = JSON.stringify(changed.length > 0 && deed.does !== "cancel" ? asked : null);
  useEffect(() => {
    keep(JSON.parse(filled) as Draft | null);
  }, [filled, keep]);
  const request = (said: Draft) => deed.request(said, kind.fields);
  const cancels = deed.does === "cancel";

  const label = (name: string) => {
    const field = kind.fields.find((f) => f.name === name);
    return field ? fieldName(field, t) : name;
  };
  const say = (name: string, value: string) => {
    const field = kind.fields.find((f) => f.name === name);
    return field ? saying(field, value, about, words) : value;
  };
  const summary = (said: Draft) => (
    <>
      {names.map((name) => (
        <span key={name}>
          {label(name)} {say(name, said[name] ?? "") || "–"}
        </span>
      ))}
    </>
  );
  const stood = (e: Entry) =>
    e.cancelled
      ? t("plan.cancelled")
      : cancels || names.some((n) => !(n in e))
        ? kind.title(e, about.lists, words)
        : summary(draftOf(e, kind.fields));
  const values = (e: Entry): Values => draftOf(e, kind.fields);
  const cautions = cancels ? [] : (kind.cautions?.(mine, now) ?? []);
  return (
    <OrderForm<Entry>
      conference={conference}
      atOnce={(draft !== undefined && !again) || cancels}
      etag={entry ? `"${entry.version}"` : ""}
      roles={roles}
      content={JSON.stringify(request(asked))}
      differs={cancels || (changed.length > 0 && lacking.length === 0)}
      nothing={
        lacking.length > 0
          ? t("plan.missing", { what: lacking.map(label).join(language === "zh" ? "、" : ", ") })
          : undefined
      }
      send={(order) => give(kind, conference, entry, request(asked), order)}
      done={done}
      cancel={cancel}
      show={stood}
      wanted={() => (cancels ? t("plan.cancelled") : summary(mine))}
      alreadySo={(e) =>
        cancels
          ? e.cancelled === true
          : names.every((n) => n in e) &&
            differing(draftOf(e, kind.fields), mine, kind.fields, changed).length === 0
      }
      fieldwise={
        deed.unmerged
          ? undefined
          : {
              base: stands,
              mine: { ...stands, ...asked },
              of: values,
              name: label,
              say,
              fixed: (name) => !names.includes(name),
              send: (settled, order) =>
                give(kind, conference, entry, request(drafted(settled)), order),
            }
      }
    >
      {cancels ? (
        <p>{t("plan.cancelOne", { what: entry ? kind.title(entry, about.lists, words) : "" })}</p>
      ) : (
        <div className="plan-fields">
          {fields.map((field, i) => (
            <FieldInput
              key={field.name}
              field={field}
              value={mine[field.name] ?? ""}
              change={(value) =>
                setMine((m) => {
                  const next = { ...m, [field.name]: value };
                  return deed.follow?.(next, field.name, about.lists) ?? next;
                })
              }
              about={about}
              wrong={lacking.includes(field.name) && (mine[field.name] ?? "") !== ""}
              first={i === 0 && draft === undefined}
              near={near}
            />
          ))}
        </div>
      )}
      {cautions.map((caution) => (
        <p key={caution} className="plan-caution" role="alert">
          {t(`plan.${caution}`)}
        </p>
      ))}
    </OrderForm>
  );
}

const drafted = (values: Values): Draft =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? ""]));
