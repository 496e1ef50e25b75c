import { useId, useState } from "react";
import { correctParticipant } from "../api/commands";
import type { Answer } from "../api/http";
import type { Participant } from "../api/types";
import { OrderForm } from "../facts/OrderForm";
import { useWords } from "../i18n/I18n";
import { ParticularsFields } from "./ParticularsFields";
import { asked, correction, type Draft, draftOf, type Particular } from "./particulars";
import { useParticularWords } from "./useParticularWords";

export interface PersonFormProps {
  readonly conference: string;
  /** As it was on the screen when the form was opened. */
  readonly person: Participant;
  readonly roles: readonly string[];
  readonly done: (answer: Answer<Participant>) => void;
  readonly cancel: () => void;
}

interface Props extends PersonFormProps {
  /** What was filled in in the table. */
  readonly draft?: Draft;
}

/** What was written down of somebody is put right. */
export function CorrectForm({ conference, person, roles, done, cancel, draft }: Props) {
  const { t } = useWords();
  const words = useParticularWords();
  const now = draftOf(person);
  const [mine, setMine] = useState(draft ?? now);
  const id = useId();
  const order = correction(now, mine);
  const said = (p: Participant) => (
    <>
      {Object.keys(order).map((f) => (
        <span key={f}>{words.say(f, draftOf(p)[f as Particular])}</span>
      ))}
    </>
  );
  return (
    <OrderForm<Participant>
      conference={conference}
      atOnce={draft !== undefined}
      etag={`"${person.version}"`}
      roles={roles}
      content={JSON.stringify(order)}
      differs={Object.keys(order).length > 0 && mine.name.trim() !== ""}
      send={(o) => correctParticipant(conference, person.id, order, o)}
      done={done}
      cancel={cancel}
      show={said}
      wanted={() => said({ ...person, ...order })}
      alreadySo={(p) =>
        Object.keys(correction(draftOf(p), { ...draftOf(p), ...pick(order) })).length === 0
      }
      fieldwise={{
        base: now,
        mine: { ...now, ...pick(order) },
        of: draftOf,
        name: words.name,
        say: words.say,
        send: (values, o) => correctParticipant(conference, person.id, asked(values), o),
      }}
    >
      <ParticularsFields id={id} draft={mine} change={setMine} first={draft === undefined} />
      <p className="muted">{t("person.correctHint")}</p>
    </OrderForm>
  );
}

const pick = (order: object): Partial<Draft> =>
  Object.fromEntries(Object.entries(order).map(([f, v]) => [f, String(v)]));
