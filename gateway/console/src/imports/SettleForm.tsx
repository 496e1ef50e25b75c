import { Input } from "antd";
import { useId, useState } from "react";
import type { Order } from "../api/commands";
import type { Answer } from "../api/http";
import { addSynonyms, type QueueItem, settleItem } from "../api/rosters";
import type { Participant } from "../api/types";
import { Choice } from "../facts/Choice";
import { OrderForm } from "../facts/OrderForm";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { useParticipants } from "../people/useParticipants";
import { rolesIn, useWho } from "../session/who";
import { changedBySynonym } from "./settlers";
import { canBeRemembered, meaningsOf, tableOf, wordingOf } from "./settling";
import { useFieldWords } from "./useFieldWords";
import { useReadAgain } from "./useRosters";

interface Props {
  readonly conference: string;
  readonly item: QueueItem;
  readonly close: () => void;
}

const LONGEST = 500;
/** A place that no table knows yet: it must be kept to be known. */
const OTHER = "?";
const MOMENTS = ["arrive", "depart"];

/** Says what a cell means: this once, or from now on in every file of the office. */
export function SettleForm({ conference, item, close }: Props) {
  const { t, word } = useWords();
  const { me } = useWho();
  const words = useFieldWords(conference);
  const { routes } = useCatalogue(conference);
  const again = useReadAgain(conference);
  const id = useId();
  const table = item.kind === "row" ? tableOf(item.field) : null;
  const [value, setValue] = useState(table || item.reason === "missing" ? "" : item.value);
  const people = useParticipants(conference).data;
  const same = samePerson(item, people ?? []);
  const [keep, setKeep] = useState(same ? "" : "once");
  const [other, setOther] = useState("");
  const elsewhere = table === "PLACE" && value === OTHER;
  const meaning = elsewhere ? other.trim() : value;
  const kept = (keep === "office" || keep === "all") && table !== null;
  const says = item.kind === "row";
  const meant = table && meaning ? wordingOf(table, meaning) : meaning.trim();
  const send = async (order: Order): Promise<Answer<QueueItem>> => {
    if (kept && table) {
      const synonym = {
        kind: table,
        wording: item.value,
        meaning,
        delegation: keep === "office" ? item.delegation : null,
      };
      return told(await addSynonyms(conference, [synonym], true, order), order, () => item);
    }
    const body = {
      ...(says ? { value: meant } : {}),
      ...(keep === "same" && same ? { person: same.id } : {}),
    };
    return told(await settleItem(conference, item.id, body, order), order, (s) => s.item);
  };
  const shown = table ? words.say(item.field, value) : meant;
  return (
    <OrderForm<QueueItem>
      conference={conference}
      etag={`"${item.version}"`}
      roles={changedBySynonym(kept, rolesIn(me, conference))}
      content={`${item.id} ${meant} ${keep}`}
      differs={(!says || meant !== "") && keep !== "" && (kept || !elsewhere)}
      send={send}
      done={() => {
        again();
        close();
      }}
      cancel={close}
      show={(now) => (
        <span>
          {word("itemState", now.state)} {now.present && words.say(item.field, now.present)}
        </span>
      )}
      wanted={() => <span>{shown}</span>}
      alreadySo={(now) => now.state !== "waiting"}
    >
      {item.kind === "conflict" && (
        <p>
          {t("imports.takeFromFile", {
            field: words.name(item.field),
            value: words.say(item.field, item.meaning ?? item.value),
          })}
        </p>
      )}
      {item.kind === "missing" && <p>{t("imports.hasWithdrawn", { name: item.name ?? "" })}</p>}
      {says && table && (
        <Choice
          label={t("imports.means", { value: item.value || t("imports.blank") })}
          value={value}
          choose={setValue}
          first
          options={[
            ...meaningsOf(table, [...routes.keys()]).map((m) => ({
              value: m,
              label: words.say(item.field, m),
            })),
            ...(table === "PLACE" ? [{ value: OTHER, label: t("imports.otherPlace") }] : []),
          ]}
        />
      )}
      {elsewhere && (
        <div className="order-field">
          <label htmlFor={id}>{t("imports.placeCode")}</label>
          <Input id={id} value={other} maxLength={40} onChange={(e) => setOther(e.target.value)} />
        </div>
      )}
      {says && !table && (
        <div className="order-field">
          <label htmlFor={id}>{t("imports.shouldSay", { field: words.name(item.field) })}</label>
          <Input
            id={id}
            autoFocus
            autoComplete="off"
            value={value}
            maxLength={LONGEST}
            placeholder={MOMENTS.includes(item.field) ? "2026-06-08 14:30" : undefined}
            onChange={(e) => setValue(e.target.value)}
          />
        </div>
      )}
      {same && (
        <Choice
          label={t("imports.who")}
          value={keep}
          choose={setKeep}
          options={[
            { value: "same", label: t("imports.samePerson", { name: same.name }) },
            { value: "once", label: t("imports.anotherPerson") },
          ]}
        />
      )}
      {canBeRemembered(item) && (
        <Choice
          label={t("imports.rememberFor")}
          value={keep}
          choose={setKeep}
          options={[
            { value: "once", label: t("imports.once") },
            { value: "office", label: t("imports.forOffice", { office: item.delegation }) },
            { value: "all", label: t("imports.forAll") },
          ]}
        />
      )}
    </OrderForm>
  );
}

/** What is only asked is answered with what it would touch, whatever is answered else. */
const told = <T,>(
  answer: Answer<T>,
  order: Order,
  of: (body: T) => QueueItem,
): Answer<QueueItem> =>
  order.preview ? (answer as unknown as Answer<QueueItem>) : { ...answer, body: of(answer.body) };

const MAYBE_IN = ["perhaps-renamed", "already-in-delegation"];

/** Somebody who is in already and whom the row may name. */
function samePerson(item: QueueItem, people: readonly Participant[]): Participant | undefined {
  if (item.kind !== "row" || !MAYBE_IN.includes(item.reason)) {
    return undefined;
  }
  return people.find((p) =>
    item.person
      ? p.id === item.person
      : p.attending && p.delegation === item.delegation && p.name === item.value.trim(),
  );
}
