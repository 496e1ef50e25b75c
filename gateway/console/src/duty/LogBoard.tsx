import { Button, Skeleton } from "antd";
import { useState } from "react";
import type { ShiftEntry } from "../api/duty";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { useRole } from "../session/useRole";
import { HandoverPart } from "./HandoverPart";
import { NoteForm } from "./NoteForm";
import { useLog } from "./useDuty";

/** What was written down, the latest first, and who has the shift. */
export function LogBoard({ conference }: { readonly conference: string }) {
  const { t } = useWords();
  const role = useRole(conference, "keep-shift-log");
  const { data, error } = useLog(conference);
  const [corrects, setCorrects] = useState<number | null>(null);
  const corrected = new Set((data ?? []).flatMap((e) => (e.corrects === null ? [] : [e.corrects])));
  return (
    <section className="board" aria-label={t("duty.log")}>
      <header className="board-head">
        <h1>{t("duty.log")}</h1>
      </header>
      <HandoverPart conference={conference} />
      {role && (
        <NoteForm
          key={corrects}
          conference={conference}
          role={role}
          corrects={corrects}
          close={() => setCorrects(null)}
        />
      )}
      {error && <Problem error={error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data?.length === 0 && <p className="fact-none">{t("log.none")}</p>}
      <ol className="log" aria-label={t("duty.log")}>
        {[...(data ?? [])].reverse().map((entry) => (
          <Entry
            key={entry.n}
            conference={conference}
            entry={entry}
            struck={corrected.has(entry.n)}
            correct={role && entry.account ? () => setCorrects(entry.n) : undefined}
          />
        ))}
      </ol>
    </section>
  );
}

interface EntryProps {
  readonly conference: string;
  readonly entry: ShiftEntry;
  /** Another entry corrects it. */
  readonly struck: boolean;
  readonly correct: (() => void) | undefined;
}

function Entry({ conference, entry, struck, correct }: EntryProps) {
  const { t, language } = useWords();
  const { change, manifest } = entry.about;
  return (
    <li className="log-entry" data-struck={struck || undefined} data-n={entry.n}>
      <span className="log-when muted">
        #{entry.n} <time dateTime={entry.at}>{dayAndTime(entry.at, language)}</time>{" "}
        {entry.account ?? t("log.platform")}
      </span>
      <span className="log-text">
        {entry.corrects !== null && (
          <span className="badge changed log-corrects">
            {t("log.correctsN", { n: entry.corrects })}
          </span>
        )}
        {entry.text}
      </span>
      <span className="log-links">
        {struck && <span className="badge">{t("log.corrected")}</span>}
        {change && (
          <a href={hashOf({ ...NOWHERE, conference, section: "duty", open: "log", change })}>
            {t("manifests.fromChange")}
          </a>
        )}
        {manifest && (
          <a href={hashOf({ ...NOWHERE, conference, section: "manifests", open: manifest })}>
            {manifest}
          </a>
        )}
        {correct && (
          <Button type="link" size="small" onClick={correct}>
            {t("log.correct")}
          </Button>
        )}
      </span>
    </li>
  );
}
