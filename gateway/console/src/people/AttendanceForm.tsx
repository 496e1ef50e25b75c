import { reinstate, withdraw } from "../api/commands";
import type { Participant } from "../api/types";
import { OrderForm } from "../facts/OrderForm";
import { useWords } from "../i18n/I18n";
import type { PersonFormProps } from "./CorrectForm";

interface Props extends PersonFormProps {
  /** How many companions leave as well. */
  readonly companions: number;
}

/** Somebody does not come, or comes after all. */
export function AttendanceForm(props: Props) {
  const { conference, person, roles, done, cancel, companions } = props;
  const { t } = useWords();
  const leaves = person.attending;
  const said = (p: Participant) => t(p.attending ? "person.attends" : "people.withdrawn");
  return (
    <OrderForm<Participant>
      conference={conference}
      etag={`"${person.version}"`}
      roles={roles}
      content={leaves ? "withdraw" : "reinstate"}
      differs
      send={(order) => (leaves ? withdraw : reinstate)(conference, person.id, order)}
      done={done}
      cancel={cancel}
      show={said}
      wanted={() => t(leaves ? "people.withdrawn" : "person.attends")}
      alreadySo={(p) => p.attending !== leaves}
      atOnce
    >
      <p>
        {leaves
          ? companions > 0
            ? t("person.withdrawWith", { name: person.name, count: companions })
            : t("person.withdrawOne", { name: person.name })
          : t("person.reinstateOne", { name: person.name })}
      </p>
    </OrderForm>
  );
}
