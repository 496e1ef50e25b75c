import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { settleCase } from "../api/telling";
import { Problem } from "../desk/Problem";
import { useDeed } from "../duty/useDeed";
import { useAgain } from "../duty/useDuty";
import { useWords } from "../i18n/I18n";
import { useWho } from "../session/who";

/** What is to be settled: left out, all that is outstanding. */
export interface Settling {
  readonly contact?: string;
  readonly manifest?: string;
}

interface Props {
  readonly conference: string;
  readonly change: string;
  readonly settling: Settling;
  readonly role: string;
  readonly about: string;
  readonly close: () => void;
}

const LONGEST = 500;

/** Somebody's word, under their own name, that nothing more is to be done. */
export function SettleForm({ conference, change, settling, role, about, close }: Props) {
  const { t } = useWords();
  const { me } = useWho();
  const again = useAgain(conference);
  const [reason, setReason] = useState("");
  const { doing, sending, submit } = useDeed(() => {
    again("case", "duty", "standings", "log");
    close();
  });
  const id = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...settling, reason: reason.trim() };
    if (body.reason) {
      void submit(JSON.stringify(body), (key) =>
        settleCase(conference, change, body, { key, role }),
      );
    }
  };
  return (
    <form
      className="order settle"
      onSubmit={onSubmit}
      onKeyDown={(e) => e.key === "Escape" && close()}
    >
      <p>
        {t("case.settleWhat", { what: about })}{" "}
        <span className="muted">{t("case.inYourName", { name: me.name || me.account })}</span>
      </p>
      <div className="order-field">
        <label htmlFor={id}>{t("case.reason")}</label>
        <Input
          id={id}
          name="settle-reason"
          autoFocus
          autoComplete="off"
          aria-required
          value={reason}
          maxLength={LONGEST}
          onChange={(e) => setReason(e.target.value)}
        />
      </div>
      {doing.kind === "failed" && <Problem error={doing.error} />}
      <div className="order-end">
        <Button type="primary" htmlType="submit" loading={sending} disabled={reason.trim() === ""}>
          {t("case.settle")}
        </Button>
        <Button onClick={close} disabled={sending}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
