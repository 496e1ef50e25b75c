import { Button } from "antd";
import { useState } from "react";
import { acceptHandover, type Handover, URGENCIES } from "../api/duty";
import { Problem } from "../desk/Problem";
import { useFocusBack } from "../desk/useFocusBack";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { useRole } from "../session/useRole";
import { useWho } from "../session/who";
import { HandoverForm } from "./HandoverForm";
import { useDeed } from "./useDeed";
import { useAgain, useShifts } from "./useDuty";

/** Who has the shift, and its passing on. */
export function HandoverPart({ conference }: { readonly conference: string }) {
  const { t, language } = useWords();
  const { me } = useWho();
  const role = useRole(conference, "hand-over");
  const again = useAgain(conference);
  const { data, error } = useShifts(conference);
  const [giving, setGiving] = useState(false);
  const part = useFocusBack<HTMLElement>(giving, "button");
  const taking = useDeed(() => again("log"));
  const current = data?.current ?? null;
  const latest = data?.handovers[0];
  const pending = latest && latest.acceptedAt === null ? latest : null;
  const forMe = pending?.givenTo === me.account;
  return (
    <section ref={part} className="shift" aria-label={t("shift.title")}>
      <div className="shift-now">
        <p>
          {current
            ? t("shift.has", {
                account: current.givenTo === me.account ? t("changes.yours") : current.givenTo,
                time: dayAndTime(current.acceptedAt ?? current.givenAt, language),
              })
            : t("shift.nobody")}
        </p>
        {role && !giving && !forMe && (
          <Button onClick={() => setGiving(true)}>{t("shift.give")}</Button>
        )}
      </div>
      {error && <Problem error={error} />}
      {current && !pending && <What handover={current} />}
      {pending && (
        <div className="shift-pending" role="status">
          <p>
            {t("shift.pending", {
              from: pending.givenBy,
              to: forMe ? t("changes.yours") : pending.givenTo,
              time: dayAndTime(pending.givenAt, language),
            })}
          </p>
          <What handover={pending} />
          {forMe && role && (
            <div className="order-end">
              <Button
                type="primary"
                loading={taking.sending}
                onClick={() =>
                  taking.submit(pending.id, (key) =>
                    acceptHandover(conference, pending.id, { key, role }),
                  )
                }
              >
                {t("shift.accept")}
              </Button>
            </div>
          )}
          {taking.doing.kind === "failed" && <Problem error={taking.doing.error} />}
        </div>
      )}
      {giving && role && (
        <HandoverForm
          conference={conference}
          role={role}
          colleagues={colleagues(data?.handovers ?? [], me.account)}
          close={() => setGiving(false)}
        />
      )}
    </section>
  );
}

/** What was open when it was given, and of that what still is. */
function What({ handover }: { readonly handover: Handover }) {
  const { t, word } = useWords();
  return (
    <>
      {handover.note && <p className="shift-note">{handover.note}</p>}
      <p className="shift-counts">
        {URGENCIES.filter((u) => handover.counts[u]).map((u) => (
          <span key={u} className="urgency" data-urgency={u}>
            {word("urgency", u)} {handover.counts[u]}
          </span>
        ))}
        <span className="muted">
          {t("shift.stillOpen", { count: handover.stillOpen.length, of: handover.open.length })}
        </span>
      </p>
    </>
  );
}

/** Whoever has had the shift before: to be offered, not to be chosen from. */
const colleagues = (handovers: readonly Handover[], mine: string): readonly string[] =>
  [...new Set(handovers.flatMap((h) => [h.givenBy, h.givenTo]))].filter((a) => a !== mine);
