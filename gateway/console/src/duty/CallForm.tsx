import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { type CallOutcome, type CallSheet, reportCall } from "../api/duty";
import { Problem } from "../desk/Problem";
import { Choice } from "../facts/Choice";
import { useWords } from "../i18n/I18n";
import { ReadOut } from "./CallCard";
import { reportOf } from "./callReport";
import { useDeed } from "./useDeed";
import { useAgain } from "./useDuty";

interface Props {
  readonly conference: string;
  readonly sheet: CallSheet;
  readonly role: string;
  readonly close: () => void;
}

const OUTCOMES: readonly CallOutcome[] = [
  "reached-acknowledged",
  "no-answer",
  "passed-on",
  "wrong-number",
];
const LONGEST_NAME = 100;
const LONGEST_NOTE = 500;

/** What came of a call. What is acknowledged is what was read out here, not what came meanwhile. */
export function CallForm({ conference, sheet, role, close }: Props) {
  const { t, word } = useWords();
  const again = useAgain(conference);
  const [read, setRead] = useState({ version: sheet.toVersion, lines: sheet.readOut });
  const toNobody = sheet.contact === "";
  const [outcome, setOutcome] = useState<CallOutcome>(
    toNobody ? "passed-on" : "reached-acknowledged",
  );
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const [lacking, setLacking] = useState(false);
  const { doing, sending, submit } = useDeed(() => {
    again("duty", "standings", "gates", "case");
    close();
  });
  const ids = useId();
  const reached = outcome === "reached-acknowledged";
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const report = reportOf(outcome, name, read.version, note);
    setLacking(report === null);
    if (report) {
      void submit(JSON.stringify(report), (key) =>
        reportCall(conference, sheet.id, report, { key, role }),
      );
    }
  };
  return (
    <form className="order" onSubmit={onSubmit} onKeyDown={(e) => e.key === "Escape" && close()}>
      <ReadOut lines={read.lines} />
      {sheet.toVersion > read.version && (
        <p className="notice" role="alert">
          {t("call.newer", { version: sheet.toVersion })}
          <Button
            type="link"
            size="small"
            onClick={() => setRead({ version: sheet.toVersion, lines: sheet.readOut })}
          >
            {t("call.readNewer")}
          </Button>
        </p>
      )}
      <Choice
        label={t("call.outcome")}
        value={outcome}
        first
        options={OUTCOMES.filter((o) => !toNobody || o !== "reached-acknowledged").map((o) => ({
          value: o,
          label: word("callOutcome", o),
        }))}
        choose={(v) => setOutcome(v as CallOutcome)}
      />
      {reached && (
        <div className="order-field">
          <label htmlFor={`${ids}n`}>{t("call.name", { version: read.version })}</label>
          <Input
            id={`${ids}n`}
            name="name"
            value={name}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            aria-required
            onChange={(e) => setName(e.target.value)}
          />
        </div>
      )}
      <div className="order-field">
        <label htmlFor={`${ids}w`}>{t("call.note")}</label>
        <Input
          id={`${ids}w`}
          value={note}
          maxLength={LONGEST_NOTE}
          onChange={(e) => setNote(e.target.value)}
        />
      </div>
      {lacking && reached && name.trim() === "" && (
        <p className="order-nothing" role="status">
          {t("call.lacksName")}
        </p>
      )}
      {doing.kind === "failed" && <Problem error={doing.error} />}
      <div className="order-end">
        <Button type="primary" htmlType="submit" loading={sending}>
          {t("call.submit")}
        </Button>
        <Button onClick={close} disabled={sending}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
