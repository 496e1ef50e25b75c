import { Input } from "antd";
import { Choice } from "../facts/Choice";
import { useWords } from "../i18n/I18n";
import type { Draft } from "./particulars";
import { useParticularWords } from "./useParticularWords";

const RANKS = ["1", "2", "3", "4"];
const LONGEST = { name: 100, title: 200, phone: 60 } as const;

interface Props {
  readonly id: string;
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly first?: boolean;
}

export function ParticularsFields({ id, draft, change, first = false }: Props) {
  const { t, word } = useWords();
  const words = useParticularWords();
  return (
    <>
      <div className="particulars-fields">
        {(["name", "title", "phone"] as const).map((field) => (
          <div className="order-field" key={field}>
            <label htmlFor={`${id}-${field}`}>{words.name(field)}</label>
            <Input
              id={`${id}-${field}`}
              autoFocus={first && field === "name"}
              autoComplete="off"
              value={draft[field]}
              maxLength={LONGEST[field]}
              status={field === "name" && draft.name.trim() === "" ? "error" : undefined}
              onChange={(e) => change({ ...draft, [field]: e.target.value })}
            />
          </div>
        ))}
      </div>
      <Choice
        label={t("person.gender")}
        value={draft.gender}
        choose={(gender) => change({ ...draft, gender })}
        options={[
          { value: "M", label: t("people.gender.M") },
          { value: "F", label: t("people.gender.F") },
        ]}
      />
      <Choice
        label={t("person.rank")}
        value={draft.rank}
        choose={(rank) => change({ ...draft, rank })}
        options={RANKS.map((rank) => ({ value: rank, label: word("rank", rank) }))}
      />
    </>
  );
}
