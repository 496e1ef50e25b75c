import { Skeleton } from "antd";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { CallCard } from "./CallCard";
import { useConferenceClock } from "./clock";
import { useCalls } from "./useDuty";

interface Props {
  readonly conference: string;
  /** Only this one; null: all that are open. */
  readonly task: string | null;
}

/** Whom to call, at which number, and what to read out. */
export function CallBoard({ conference, task }: Props) {
  const { t } = useWords();
  const known = useCatalogue(conference);
  const reading = useConferenceClock(conference);
  const { data, error } = useCalls(conference);
  const shown = (data ?? []).filter((s) => s.open && (task === null || s.id === task));
  return (
    <section className="board" aria-label={t("duty.calls")}>
      <header className="board-head">
        <h1>{t("duty.calls")}</h1>
      </header>
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
