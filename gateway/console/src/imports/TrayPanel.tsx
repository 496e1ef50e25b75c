import { Button } from "antd";
import { useId } from "react";
import type { Delegation } from "../api/types";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { ImpactView } from "../impact/ImpactView";
import { DifferenceView } from "./DifferenceView";
import { SheetTabs } from "./SheetTabs";
import { corrects, isBusy, outcomeOf, rivals, type Tray, type TrayFile } from "./tray";

interface Props {
  readonly conference: string;
  readonly tray: Tray;
  readonly file: TrayFile;
  readonly files: readonly TrayFile[];
  readonly delegations: readonly Delegation[];
}

/** One file that was dropped: whose it is, how it was understood, what it would do. */
export function TrayPanel({ conference, tray, file, files, delegations }: Props) {
  const { t, word } = useWords();
  const id = useId();
  const { stage, office } = file;
  const twice = rivals(file, files).length > 0;
  const unsaid = stage.kind === "failed" && !stage.taking;
  return (
    <section className="import-file" aria-label={file.file.name} data-outcome={outcomeOf(file)}>
      <header className="import-file-head">
        <h2>{file.file.name}</h2>
        <span className="badge">{word("tray", outcomeOf(file))}</span>
      </header>
      <div className="import-office">
        <label htmlFor={id}>{t("imports.whose")}</label>
        <select
          id={id}
          value={office ?? ""}
          disabled={isBusy(file) || stage.kind === "ended"}
          onChange={(e) => tray.assign(file.id, e.target.value)}
        >
          <option value="" disabled>
            {t("imports.whoseUnknown")}
          </option>
          {delegations.map((d) => (
            <option key={d.code} value={d.code}>
              {d.name} ({d.code})
            </option>
          ))}
        </select>
        {stage.kind === "unassigned" && <p className="muted">{t("imports.whoseHint")}</p>}
      </div>
      {twice && stage.kind !== "ended" && (
        <p className="import-note" role="status">
          {t("imports.twice")}
        </p>
      )}
      {stage.kind === "failed" && (
        <>
          <Problem error={stage.error} />
          <div className="order-end">
            <Button type="primary" onClick={() => tray.again(file.id)}>
              {t("form.again")}
            </Button>
            {unsaid && (
              <Button danger onClick={() => tray.confirmUnseen(file.id)}>
                {t("imports.takeUnseen")}
              </Button>
            )}
          </div>
        </>
      )}
      {stage.kind === "understood" && (
        <Understood conference={conference} tray={tray} file={file} impact={stage.impact} />
      )}
      {stage.kind === "reading" && <p role="status">{t("imports.isRead")}</p>}
      {stage.kind === "taking" && (
        <p role="status">
          {t("imports.rowsRead", {
            read: stage.roster?.read ?? 0,
            rows: stage.roster?.rows || "…",
          })}
        </p>
      )}
      {stage.kind === "ended" && (
        <>
          {stage.roster.problem ? (
            <Refusal title={stage.roster.problem.title} detail={stage.roster.problem.detail} />
          ) : (
            <p className="import-came" role="status">
              {t("imports.cameLong", {
                people: stage.roster.people,
                updated: stage.roster.updated,
                unchanged: stage.roster.unchanged,
                waiting: stage.roster.waiting,
              })}
            </p>
          )}
          <a
            className="import-next"
            href={hashOf({
              ...NOWHERE,
              conference,
              section: "imports",
              open: `office:${stage.roster.delegation}`,
            })}
          >
            {t(stage.roster.waiting > 0 ? "imports.toSettle" : "imports.toOffice")}
          </a>
        </>
      )}
    </section>
  );
}

interface UnderstoodProps extends Pick<Props, "conference" | "tray" | "file"> {
  readonly impact: Extract<TrayFile["stage"], { kind: "understood" }>["impact"];
}

function Understood({ conference, tray, file, impact }: UnderstoodProps) {
  const { t } = useWords();
  const roster = impact.answer.body;
  const refused = roster.status === "refused";
  return (
    <>
      {roster.problem && <Refusal title={roster.problem.title} detail={roster.problem.detail} />}
      {roster.foreseen && !refused && <DifferenceView conference={conference} roster={roster} />}
      {!refused && (
        <>
          <ImpactView conference={conference} impact={impact} />
          <div className="order-end import-confirm">
            <Button
              type="primary"
              className="import-take"
              onClick={() => tray.confirm((f) => f.id === file.id)}
            >
              {t(corrects(impact) ? "imports.takeCorrected" : "imports.take")}
            </Button>
            <Button onClick={() => tray.remove(file.id)}>{t("imports.leave")}</Button>
          </div>
        </>
      )}
      {roster.foreseen && roster.foreseen.sheets.length > 0 && (
        <SheetTabs
          conference={conference}
          office={roster.delegation}
          sheets={roster.foreseen.sheets}
          waiting={roster.foreseen.items}
          learned={(all) => tray.againOf(all ? null : roster.delegation)}
        />
      )}
    </>
  );
}

export function Refusal({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <div className="problem" role="alert">
      <strong>{title}</strong>
      <span>{detail}</span>
    </div>
  );
}
