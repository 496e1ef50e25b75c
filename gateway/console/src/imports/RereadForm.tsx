import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { Answer } from "../api/http";
import { isRefused } from "../api/problem";
import { type Roster, type RosterImpact, readAgain } from "../api/rosters";
import { Problem } from "../desk/Problem";
import { useOrder } from "../facts/useOrder";
import { useWords } from "../i18n/I18n";
import { ImpactView } from "../impact/ImpactView";
import { useRole } from "../session/useRole";
import { DifferenceView } from "./DifferenceView";
import { Refusal } from "./TrayPanel";
import { useReadAgain } from "./useRosters";

interface Props {
  readonly conference: string;
  readonly roster: Roster;
  readonly close: () => void;
}

type Versioned = Roster & { readonly version: number };

/** A kept file read with the words that are known now: first what would come of it, then for good. */
export function RereadForm({ conference, roster, close }: Props) {
  const { t } = useWords();
  const role = useRole(conference, "import-roster") ?? "";
  const again = useReadAgain(conference);
  const { ordering, weigh, submit } = useOrder<Versioned>(() => {
    again();
    close();
  });
  const asked = {
    content: roster.id,
    etag: "",
    reason: "",
    role,
    send: (order: Parameters<typeof readAgain>[2]) =>
      readAgain(conference, roster.id, order) as Promise<Answer<Versioned>>,
  };
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      void weigh(asked);
    }
  });
  const impact = ordering.kind === "weighed" ? (ordering.impact as RosterImpact) : null;
  const foreseen = impact?.answer.body;
  const unsaid = ordering.kind === "failed" && ordering.weighing && isRefused(ordering.error, 503);
  return (
    <section className="order reread" aria-label={t("imports.readAgain")}>
      {(ordering.kind === "weighing" || ordering.kind === "editing") && (
        <p role="status">{t("imports.readingAgain")}</p>
      )}
      {ordering.kind === "failed" && <Problem error={ordering.error} />}
      {foreseen?.problem && (
        <Refusal title={foreseen.problem.title} detail={foreseen.problem.detail} />
      )}
      {foreseen && !foreseen.problem && (
        <DifferenceView conference={conference} roster={foreseen} />
      )}
      {impact && !foreseen?.problem && <ImpactView conference={conference} impact={impact} />}
      <div className="order-end">
        {impact && !foreseen?.problem && (
          <Button type="primary" className="reread-confirm" onClick={() => submit(asked)}>
            {t("impact.confirm")}
          </Button>
        )}
        {ordering.kind === "failed" && (
          <Button type="primary" onClick={() => (unsaid ? submit(asked) : weigh(asked))}>
            {t(unsaid ? "impact.without" : "form.again")}
          </Button>
        )}
        <Button onClick={close} disabled={ordering.kind === "sending"}>
          {t("form.cancel")}
        </Button>
      </div>
    </section>
  );
}
