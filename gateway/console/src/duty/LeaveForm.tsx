import { Button, DatePicker, Input } from "antd";
import dayjs from "dayjs";
import { type FormEvent, useId, useState } from "react";
import { type Gate, leave } from "../api/duty";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { clocksAt, type Reading } from "./clock";
import { localMinute, missing } from "./gateStory";
import { useDeed } from "./useDeed";
import { useAgain } from "./useDuty";

interface Props {
  readonly conference: string;
  readonly gate: Gate;
  readonly role: string;
  readonly reading: Reading | null;
  readonly close: () => void;
}

const LONGEST = 500;

/** A bus that has left; on anything but green with a reason, which is kept in the shift log. */
export default function LeaveForm({ conference, gate, role, reading, close }: Props) {
  const { t, language } = useWords();
  const again = useAgain(conference);
  const [time, setTime] = useState(() =>
    reading ? localMinute(clocksAt(reading, Date.now()).local) : (gate.departs ?? ""),
  );
  const [reason, setReason] = useState("");
  const [lacking, setLacking] = useState(false);
  const { doing, sending, submit } = useDeed(() => {
    again("gates", "duty", "log");
    close();
  });
  const ids = useId();
  const waiting = missing(gate).map((s) => s.name);
  const needsReason = !gate.mayLeave;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const incomplete = time === "" || (needsReason && reason.trim() === "");
    setLacking(incomplete);
    if (!incomplete) {
      void submit(`${time}\n${reason}`, (key) =>
        leave(
          conference,
          gate.trip,
          { happenedAt: time, ...(reason.trim() ? { reason: reason.trim() } : {}) },
          { key, role },
        ),
      );
    }
  };
  return (
    <form className="order" onSubmit={onSubmit} onKeyDown={(e) => e.key === "Escape" && close()}>
      {needsReason && (
        <p className="problem" role="alert">
          <strong>{t("gate.notGreen")}</strong>
          <span>
            {waiting.length > 0
              ? t("gate.willNotKnow", { sites: waiting.join(language === "zh" ? "、" : ", ") })
              : t("gate.notKnownYet")}
          </span>
        </p>
      )}
      <div className="order-field">
        <label htmlFor={`${ids}t`}>{t("gate.leftAt")}</label>
        <DatePicker
          id={`${ids}t`}
          showTime={{ format: "HH:mm" }}
          format="YYYY-MM-DD HH:mm"
          needConfirm={false}
          value={time ? dayjs(time) : null}
          onChange={(at) => setTime(at ? at.format("YYYY-MM-DDTHH:mm") : "")}
        />
      </div>
      <div className="order-field">
        <label htmlFor={`${ids}r`}>{t(needsReason ? "gate.reason" : "gate.reasonOptional")}</label>
        <Input
          id={`${ids}r`}
          autoFocus
          value={reason}
          maxLength={LONGEST}
          aria-required={needsReason}
          onChange={(e) => setReason(e.target.value)}
        />
      </div>
      {lacking && (
        <p className="order-nothing" role="status">
          {t("gate.lacking")}
        </p>
      )}
      {doing.kind === "failed" && <Problem error={doing.error} />}
      <div className="order-end">
        <Button type="primary" danger={needsReason} htmlType="submit" loading={sending}>
          {t(needsReason ? "gate.leftOnRed" : "gate.sayLeft")}
        </Button>
        <Button onClick={close} disabled={sending}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
