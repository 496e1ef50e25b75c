import { useId, useState } from "react";
import { substitute } from "../api/commands";
import type { Participant } from "../api/types";
import { Choice } from "../facts/Choice";
import { DIETS } from "../facts/DietForm";
import { OrderForm } from "../facts/OrderForm";
import { useWords } from "../i18n/I18n";
import type { PersonFormProps } from "./CorrectForm";
import { ParticularsFields } from "./ParticularsFields";
import { asked, draftOf } from "./particulars";

/** Somebody else comes in this person's place, with their journey and route. */
export function SubstituteForm({ conference, person, roles, done, cancel }: PersonFormProps) {
  const { t, word } = useWords();
  const id = useId();
  const [by, setBy] = useState({ ...draftOf(person), name: "", phone: "" });
  const [diet, setDiet] = useState("normal");
  const tidy = Object.fromEntries(Object.entries(by).map(([f, v]) => [f, v.trim()]));
  return (
    <OrderForm<Participant>
      conference={conference}
      etag={`"${person.version}"`}
      roles={roles}
      content={JSON.stringify({ ...tidy, diet })}
      differs={by.name.trim() !== ""}
      send={(order) =>
        substitute(
          conference,
          person.id,
          { ...(asked(tidy) as Parameters<typeof substitute>[2]), diet },
          order,
        )
      }
      done={done}
      cancel={cancel}
      show={(p) => `${p.name} · ${t(p.attending ? "person.attends" : "people.withdrawn")}`}
      wanted={() => t("person.comesInstead", { name: by.name })}
      alreadySo={() => false}
    >
      <p>{t("person.substituteHint", { name: person.name })}</p>
      <ParticularsFields id={id} draft={by} change={setBy} first />
      <Choice
        label={t("form.diet")}
        value={diet}
        choose={setDiet}
        options={DIETS.map((d) => ({ value: d, label: word("diet", d) }))}
      />
    </OrderForm>
  );
}
