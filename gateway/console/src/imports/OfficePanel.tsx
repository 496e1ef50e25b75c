import { Button, Skeleton } from "antd";
import { useState } from "react";
import type { Roster } from "../api/rosters";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { LearntWords } from "./LearntWords";
import type { OfficeRosters } from "./offices";
import { PendingRow } from "./PendingRow";
import { RereadForm } from "./RereadForm";
import { SheetTabs } from "./SheetTabs";
import { byRow } from "./settling";
import { Refusal } from "./TrayPanel";
import { useQueueOf, useSheets } from "./useRosters";

interface Props {
  readonly conference: string;
  readonly office: OfficeRosters;
  readonly may: boolean;
}

/** One office: what became of its newest file, what waits for a clerk, how it was understood. */
export function OfficePanel({ conference, office, may }: Props) {
  const { t } = useWords();
  const newest = office.files[0];
  const queue = useQueueOf(conference, office.code);
  const items = queue.data?.items.filter((i) => i.kind !== "file") ?? [];
  return (
    <section className="import-file" aria-label={office.name}>
      <header className="import-file-head">
        <h2>{office.name}</h2>
        <code>{office.code}</code>
      </header>
      {!newest && <p className="muted">{t("imports.noFile")}</p>}
      {newest && <Came roster={newest} waiting={items.length} />}
      {queue.error && <Problem error={queue.error} />}
      {!queue.data && !queue.error && <Skeleton active paragraph={{ rows: 3 }} />}
      {items.length > 0 && (
        <section className="pending" aria-label={t("imports.waitTitle")}>
          <h3>
            {t("imports.waitTitle")} <span className="count warn">{items.length}</span>
          </h3>
          <ul className="pending-rows">
            {byRow(items).map((row) => (
              <PendingRow key={row.items[0]?.id} conference={conference} row={row} may={may} />
            ))}
          </ul>
        </section>
      )}
      {newest && items.length === 0 && queue.data && newest.status === "done" && (
        <p className="muted">{t("imports.nothingWaits")}</p>
      )}
      {newest && newest.status !== "reading" && (
        <Understood conference={conference} office={office.code} roster={newest} may={may} />
      )}
      <LearntWords conference={conference} office={office.code} />
      {office.files.length > 1 && (
        <details className="earlier">
          <summary>{t("imports.earlier", { count: office.files.length - 1 })}</summary>
          <ol>
            {office.files.slice(1).map((f) => (
              <li key={f.id}>
                {f.file} · <CameInFigures roster={f} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Came({ roster, waiting }: { readonly roster: Roster; readonly waiting: number }) {
  const { t } = useWords();
  if (roster.problem) {
    return <Refusal title={roster.problem.title} detail={roster.problem.detail} />;
  }
  return (
    <p className="import-came" role="status">
      {roster.status === "reading"
        ? t("imports.rowsRead", { read: roster.read, rows: roster.rows })
        : t("imports.cameLong", {
            people: roster.people,
            updated: roster.updated,
            unchanged: roster.unchanged,
            waiting,
          })}
    </p>
  );
}

function CameInFigures({ roster }: { readonly roster: Roster }) {
  const { t } = useWords();
  const { people, updated, waiting, problem } = roster;
  return <>{problem ? problem.title : t("imports.came", { people, updated, waiting })}</>;
}

interface UnderstoodProps {
  readonly conference: string;
  readonly office: string;
  readonly roster: Roster;
  readonly may: boolean;
}

/** The newest file's sheets, and reading it once more with the words that were added. */
function Understood({ conference, office, roster, may }: UnderstoodProps) {
  const { t } = useWords();
  const sheets = useSheets(conference, roster.id);
  const queue = useQueueOf(conference, office);
  const [reading, setReading] = useState(0);
  return (
    <>
      {may && reading === 0 && (
        <Button className="read-again" onClick={() => setReading(1)}>
          {t("imports.readAgain")}
        </Button>
      )}
      {reading > 0 && (
        <RereadForm
          key={`${roster.id} ${reading}`}
          conference={conference}
          roster={roster}
          close={() => setReading(0)}
        />
      )}
      {sheets.error && <Problem error={sheets.error} />}
      {sheets.data && sheets.data.length > 0 && (
        <SheetTabs
          conference={conference}
          office={office}
          sheets={sheets.data}
          waiting={queue.data?.items.filter((i) => i.roster === roster.id) ?? []}
          learned={() => setReading((n) => n + 1)}
        />
      )}
    </>
  );
}
