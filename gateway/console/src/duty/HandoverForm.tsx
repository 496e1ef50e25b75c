import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { handOver } from "../api/duty";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { useDeed } from "./useDeed";
import { useAgain, useOpenMatters } from "./useDuty";

interface Props {
  readonly conference: string;
  readonly role: string;
  readonly colleagues: readonly string[];
  readonly close: () => void;
}

const LONGEST_ACCOUNT = 100;
const LONGEST_NOTE = 4_000;

/** Gives the shift to another account, with whatever is open at this moment. */
export function HandoverForm({ conference, role, colleagues, close }: Props) {
  const { t } = useWords();
  const again = useAgain(conference);
  const { total } = useOpenMatters(conference);
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const { doing, sending, submit } = useDeed(() => {
    again("log");
    close();
  });
  const ids = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (to.trim()) {
      void submit(`${to}\n${note}`, (key) =>
        handOver(conference, { to: to.trim(), note: note.trim() }, { key, role }),
      );
    }
  };
  return (
    <form className="order" onSubmit={onSubmit} onKeyDown={(e) => e.key === "Escape" && close()}>
      <p className="muted">{t("shift.withOpen", { count: total })}</p>
      <div className="order-field">
        <label htmlFor={`${ids}t`}>{t("shift.to")}</label>
        <Input
          id={`${ids}t`}
          name="to"
          list={`${ids}c`}
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={to}
          maxLength={LONGEST_ACCOUNT}
          onChange={(e) => setTo(e.target.value)}
        />
        <datalist id={`${ids}c`}>
          {colleagues.map((c) => (
            <option key={c} value={c} />
          ))}
        </datalist>
      </div>
      <div className="order-field">
        <label htmlFor={`${ids}n`}>{t("shift.note")}</label>
        <Input.TextArea
          id={`${ids}n`}
          name="handover-note"
          rows={4}
          value={note}
          maxLength={LONGEST_NOTE}
          onChange={(e) => setNote(e.target.value)}
        />
      </div>
      {doing.kind === "failed" && <Problem error={doing.error} />}
      <div className="order-end">
        <Button type="primary" htmlType="submit" loading={sending} disabled={to.trim() === ""}>
          {t("shift.submit")}
        </Button>
        <Button onClick={close} disabled={sending}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
