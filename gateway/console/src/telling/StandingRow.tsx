import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Standing } from "../api/telling";
import { useFocusBack } from "../desk/useFocusBack";
import { Countdown } from "../duty/Countdown";
import type { Reading } from "../duty/clock";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { useRole } from "../session/useRole";
import { AcknowledgeForm } from "./AcknowledgeForm";

interface Props {
  readonly conference: string;
  readonly standing: Standing;
  readonly reading: Reading | null;
  /** Whom or what it is about. */
  readonly head: ReactNode;
  readonly children?: ReactNode;
}

/** How one recipient stands with one manifest: told, acknowledged, owed. */
export function StandingRow({ conference, standing, reading, head, children }: Props) {
  const { t, word, language } = useWords();
  const role = useRole(conference, "acknowledge-for", standing.manifest);
  const [acknowledging, setAcknowledging] = useState(false);
  const row = useFocusBack<HTMLLIElement>(acknowledging, "button");
  const { told, acknowledged, acknowledgedBy, acknowledgedAt, acknowledgedHow } = standing;
  const owes = standing.active && told > acknowledged;
  return (
    <li
      ref={row}
      className="standing"
      data-owes={owes || undefined}
      data-contact={standing.contact}
    >
      <div className="standing-head">
        {head}
        {owes && <Countdown due={standing.due} reading={reading} />}
      </div>
      <p className="standing-versions">
        <span className={`badge ${owes ? "changed" : "added"}`}>
          {!standing.active
            ? t("standing.released")
            : told === 0
              ? t("standing.notTold")
              : owes
                ? t("standing.owes", { count: told - acknowledged })
                : t("standing.settled")}
        </span>
        <span>{t("standing.told", { version: told })}</span>
        <span>
          {acknowledged > 0
            ? t("standing.acknowledged", { version: acknowledged })
            : t("standing.neverAcknowledged")}
        </span>
        {standing.seen > acknowledged && (
          <span className="muted">{t("standing.seen", { version: standing.seen })}</span>
        )}
        {acknowledgedBy && (
          <span className="muted">
            {acknowledgedBy} · {word("how", acknowledgedHow ?? "")}
            {acknowledgedAt && ` · ${dayAndTime(acknowledgedAt, language)}`}
          </span>
        )}
        {owes && standing.ladderStep > 0 && (
          <span className="badge removed">
            {t("standing.escalated", { count: standing.ladderStep })}
          </span>
        )}
        {owes && role && !acknowledging && (
          <Button size="small" onClick={() => setAcknowledging(true)}>
            {t("ack.begin")}
          </Button>
        )}
      </p>
      {children}
      {acknowledging && role && (
        <AcknowledgeForm
          conference={conference}
          contact={standing.contact}
          manifest={standing.manifest}
          version={told}
          role={role}
          close={() => setAcknowledging(false)}
        />
      )}
    </li>
  );
}
