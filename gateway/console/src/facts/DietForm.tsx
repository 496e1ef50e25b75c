import { useState } from "react";
import { changeDiet } from "../api/commands";
import type { Diet } from "../api/types";
import { useWords } from "../i18n/I18n";
import { Choice } from "./Choice";
import { OrderForm } from "./OrderForm";
import type { FormProps } from "./RouteForm";

export const DIETS = ["normal", "halal", "vegetarian"];

export function DietForm({ conference, fact, roles, done, cancel, draft }: FormProps<Diet>) {
  const { t, word } = useWords();
  const now = fact.body;
  const [diet, setDiet] = useState(draft ?? now.diet);
  return (
    <OrderForm<Diet>
      conference={conference}
      atOnce={draft !== undefined}
      etag={fact.etag ?? ""}
      roles={roles}
      content={diet}
      differs={diet !== now.diet}
      send={(order) => changeDiet(conference, now.person, diet, order)}
      done={done}
      cancel={cancel}
      show={(d) => word("diet", d.diet)}
      alreadySo={(d) => d.diet === diet}
      wanted={() => word("diet", diet)}
    >
      <Choice
        first={draft === undefined}
        label={t("form.diet")}
        value={diet}
        choose={setDiet}
        options={DIETS.map((d) => ({ value: d, label: word("diet", d) }))}
      />
    </OrderForm>
  );
}
