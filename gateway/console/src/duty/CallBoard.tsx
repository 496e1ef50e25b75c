import { Skeleton } from "antd";
import { useState } from "react";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { CallCard } from "./CallCard";
import { Chip } from "./Chip";
import { NOBODY, queues } from "./callQueue";
import { useConferenceClock } from "./clock";
import { useCalls } from "./useDuty";

interface Props {
  readonly conference: string;
  /** Only this one; null: all that are open. */
  readonly task: string | null;
}

/** Whom to call, at which number, and what to read out. */
export function CallBoard({ conference, task }: Props) {
  const { t, word } = useWords();
  const known = useCatalogue(conference);
  const reading = useConferenceClock(conference);
  const { data, error } = useCalls(conference);
  const [role, setRole] = useState<string | null>(null);
  const open = (data ?? []).filter((s) => s.open && (task === null || s.id === task));
  const byRole = queues(open);
  // A queue that has been called through leads back to all of them.
  const queue = role === null ? undefined : byRole.get(role);
  const shown = queue ?? open;
  return (
    <section className="board" aria-label={t("duty.calls")}>
      <header className="board-head">
        <h1>{t("duty.calls")}</h1>
      </header>
      {byRole.size > 1 && (
        <fieldset className="duty-kinds call-queues">
          <legend className="unseen">{t("call.queues")}</legend>
          <Chip pressed={!queue} press={() => setRole(null)} count={open.length}>
            {t("duty.all")}
          </Chip>
          {[...byRole].map(([of, sheets]) => (
            <Chip
              key={of}
              pressed={queue === sheets}
              press={() => setRole(of)}
              count={sheets.length}
            >
              {of === NOBODY ? t("call.nobodyReceives") : word("contactRole", of)}
            </Chip>
          ))}
        </fieldset>
      )}
      {error && <Problem error={error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data && shown.length === 0 && (
        <p className="fact-none">{t(task ? "call.closed" : "call.none")}</p>
      )}
      {shown.map((sheet) => (
        <CallCard
          key={sheet.id}
          conference={conference}
          sheet={sheet}
          known={known}
          reading={reading}
          opened={task !== null}
        />
      ))}
    </section>
  );
}
