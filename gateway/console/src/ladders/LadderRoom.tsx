import { Skeleton } from "antd";
import { useState } from "react";
import type { Ladder } from "../api/notices";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { useLadder, useLadders } from "../notices/useNotices";
import { useRole } from "../session/useRole";
import { minutesOf } from "./durations";
import { LadderForm } from "./LadderForm";

/** What is done, step by step, about whoever does not acknowledge a list of each kind. */
export default function LadderRoom({ conference }: { readonly conference: string }) {
  const { t } = useWords();
  const { data, error } = useLadders(conference);
  const may = useRole(conference, "change-ladder") !== undefined;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="notices-room" aria-label={t("notices.ladders")}>
      <header className="notices-head">
        <h1>{t("notices.ladders")}</h1>
      </header>
      <p className="muted">{t("ladders.about")}</p>
      {error && <Problem error={error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 5 }} />}
      <ul className="notices-list">
        {data?.map((ladder) => (
          <li key={ladder.kind} data-ladder={ladder.kind}>
            {open === ladder.kind ? (
              <Opened conference={conference} kind={ladder.kind} close={() => setOpen(null)} />
            ) : (
              <Shown ladder={ladder} change={may ? () => setOpen(ladder.kind) : null} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ShownProps {
  readonly ladder: Ladder;
  readonly change: (() => void) | null;
}

function Shown({ ladder, change }: ShownProps) {
  const { t, word } = useWords();
  return (
    <div className="ladder">
      <div className="notices-row">
        <strong>{word("kind", ladder.kind)}</strong>
        <span className="badge">{t(ladder.own ? "ladders.own" : "ladders.usual")}</span>
        {change && (
          <button type="button" className="quiet-button ladder-change" onClick={change}>
            {t("notices.change")}
          </button>
        )}
      </div>
      <ol className="ladder-steps">
        {ladder.steps.map((rung, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step may come twice
          <li key={n}>
            <b>{word("ladderStep", rung.step)}</b>{" "}
            {t("ladders.waits", { after: minutesOf(rung.after), before: minutesOf(rung.before) })}
          </li>
        ))}
      </ol>
      <p className="muted">{t("ladders.againEvery", { minutes: minutesOf(ladder.again) })}</p>
    </div>
  );
}

interface OpenedProps {
  readonly conference: string;
  readonly kind: string;
  readonly close: () => void;
}

function Opened({ conference, kind, close }: OpenedProps) {
  const { data, error, refetch, isFetching } = useLadder(conference, kind);
  const [begun, setBegun] = useState(0);
  if (error) {
    return <Problem error={error} />;
  }
  if (!data || (isFetching && begun === 0)) {
    return <Skeleton active paragraph={{ rows: 3 }} />;
  }
  return (
    <LadderForm
      key={begun}
      conference={conference}
      ladder={data.body}
      etag={data.etag ?? '"0"'}
      close={close}
      begin={() => void refetch().then(() => setBegun((n) => n + 1))}
    />
  );
}
