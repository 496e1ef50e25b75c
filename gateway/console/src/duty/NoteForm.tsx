import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { note } from "../api/duty";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { useDeed } from "./useDeed";
import { useAgain } from "./useDuty";

interface Props {
  readonly conference: string;
  readonly role: string;
  /** The entry that this one puts right. */
  readonly corrects: number | null;
  readonly close: () => void;
}

const LONGEST = 4_000;

/** Writes something into the shift log, where nothing is ever changed. */
export function NoteForm({ conference, role, corrects, close }: Props) {
  const { t } = useWords();
  const again = useAgain(conference);
  const [text, setText] = useState("");
  const id = useId();
  const { doing, sending, submit } = useDeed(() => {
    setText("");
    again("log");
    close();
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said) {
      void submit(`${corrects}\n${said}`, (key) =>
        note(conference, { text: said, ...(corrects === null ? {} : { corrects }) }, { key, role }),
      );
    }
  };
  return (
    <form className="note-form" onSubmit={onSubmit}>
      <label htmlFor={id}>
        {corrects === null ? t("log.write") : t("log.writeCorrection", { n: corrects })}
      </label>
      <div className="note-row">
        <Input
          id={id}
          name="note"
          value={text}
          maxLength={LONGEST}
          autoFocus={corrects !== null}
          autoComplete="off"
          placeholder={t("log.hint")}
          onChange={(e) => setText(e.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={sending} disabled={text.trim() === ""}>
          {t("log.submit")}
        </Button>
        {corrects !== null && <Button onClick={close}>{t("form.cancel")}</Button>}
      </div>
      {doing.kind === "failed" && <Problem error={doing.error} />}
    </form>
  );
}
