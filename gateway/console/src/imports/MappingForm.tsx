import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { addSynonyms, type Sheet, type SheetTable } from "../api/rosters";
import { Problem } from "../desk/Problem";
import { useDeed } from "../duty/useDeed";
import { Choice } from "../facts/Choice";
import { useWords } from "../i18n/I18n";
import { useRole } from "../session/useRole";
import { type Said, synonymsOf } from "./mapping";
import { useReadAgain } from "./useRosters";

interface Props {
  readonly conference: string;
  readonly office: string;
  readonly sheet: Sheet;
  readonly table: SheetTable | null;
  /** In which row the header is, where there is no table. */
  readonly row: number;
  readonly said: Said;
  readonly done: (all: boolean) => void;
  readonly cancel: () => void;
}

/** What a clerk says of columns is kept as words for their headings; nobody is changed by it yet. */
export function MappingForm({ conference, office, sheet, table, row, said, done, cancel }: Props) {
  const { t, word } = useWords();
  const role = useRole(conference, "add-synonyms") ?? "";
  const again = useReadAgain(conference);
  const [whose, setWhose] = useState("office");
  const synonyms = synonymsOf(sheet, table, row, said, whose === "office" ? office : null);
  const { doing, sending, submit } = useDeed(() => {
    again();
    done(whose === "all");
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(JSON.stringify(synonyms), (key) =>
      addSynonyms(conference, synonyms, false, { etag: "", key, reason: "", role }),
    );
  };
  return (
    <form className="order mapping-form" onSubmit={onSubmit}>
      <ul>
        {synonyms.map((s) => (
          <li key={s.wording}>
            <q>{s.wording}</q> →{" "}
            <b>{s.meaning === "none" ? t("imports.unread") : word("rosterField", s.meaning)}</b>
          </li>
        ))}
      </ul>
      <Choice
        label={t("imports.rememberFor")}
        value={whose}
        choose={setWhose}
        options={[
          { value: "office", label: t("imports.forOffice", { office }) },
          { value: "all", label: t("imports.forAll") },
        ]}
      />
      {doing.kind === "failed" && <Problem error={doing.error} />}
      <div className="order-end">
        <Button type="primary" htmlType="submit" className="mapping-keep" loading={sending}>
          {t("imports.keepAndRead")}
        </Button>
        <Button onClick={cancel} disabled={sending}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
