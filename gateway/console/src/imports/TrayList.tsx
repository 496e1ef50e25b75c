import { Button } from "antd";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { Icon } from "../styles/Icon";
import { isBusy, type Outcome, outcomeOf, type Tray, type TrayFile } from "./tray";

interface Props {
  readonly conference: string;
  readonly tray: Tray;
  readonly files: readonly TrayFile[];
  readonly open: number | null;
}

const MARKS: Record<Outcome, string> = {
  unassigned: "badge changed",
  waiting: "badge",
  reading: "badge",
  fresh: "badge added",
  correcting: "badge changed",
  same: "badge",
  refused: "badge removed",
  confirmed: "badge",
  taking: "badge",
  in: "badge added",
  asks: "badge changed",
  failed: "badge removed",
};

const NOT_DONE: readonly Outcome[] = ["waiting", "reading", "confirmed", "taking"];

/** The files that were dropped, how far each has come, and all that are plain taken at once. */
export function TrayList({ conference, tray, files, open }: Props) {
  const { t, word } = useWords();
  const outcomes = files.map(outcomeOf);
  const count = (...of: readonly Outcome[]) => outcomes.filter((o) => of.includes(o)).length;
  const plain = count("fresh", "same");
  const ended = count("in", "asks", "refused");
  const busy = count(...NOT_DONE);
  return (
    <section className="tray" aria-label={t("imports.tray")}>
      <header className="tray-head">
        <h2>{t("imports.tray")}</h2>
        <span className="count">{files.length}</span>
        {ended > 0 && busy === 0 && (
          <button type="button" className="quiet-button" onClick={() => tray.removeEnded()}>
            {t("imports.clear")}
          </button>
        )}
      </header>
      <progress
        max={files.length}
        value={files.length - busy}
        aria-label={t("imports.progress", { done: files.length - busy, all: files.length })}
      />
      <p className="muted tray-sum" role="status">
        {busy > 0
          ? t("imports.progress", { done: files.length - busy, all: files.length })
          : t("imports.allRead", { asks: count("asks", "correcting", "unassigned") })}
      </p>
      {plain > 0 && (
        <Button
          type="primary"
          block
          className="tray-take-all"
          onClick={() => tray.confirm((f) => ["fresh", "same"].includes(outcomeOf(f)))}
        >
          {t("imports.takeAll", { count: plain })}
        </Button>
      )}
      {count("correcting") > 0 && (
        <p className="muted">{t("imports.correctingHint", { count: count("correcting") })}</p>
      )}
      <ul className="tray-files">
        {files.map((file, i) => {
          const outcome = outcomes[i] as Outcome;
          return (
            <li key={file.id} data-outcome={outcome}>
              <a
                href={hashOf({
                  ...NOWHERE,
                  conference,
                  section: "imports",
                  open: `file:${file.id}`,
                })}
                aria-current={file.id === open ? "page" : undefined}
              >
                <span className="tray-name">{file.file.name}</span>
                <span className={MARKS[outcome]}>{word("tray", outcome)}</span>
                <span className="tray-about">
                  {file.office && <code>{file.office}</code>} <HowFar file={file} />
                </span>
              </a>
              {!isBusy(file) && (
                <button
                  type="button"
                  className="quiet-button icon-button"
                  aria-label={t("imports.remove", { file: file.file.name })}
                  title={t("imports.remove", { file: file.file.name })}
                  onClick={() => tray.remove(file.id)}
                >
                  <Icon name="close" size={12} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** In figures: what it would do, how far it has come, or what came of it. */
function HowFar({ file }: { readonly file: TrayFile }) {
  const { t } = useWords();
  const { stage } = file;
  switch (stage.kind) {
    case "understood": {
      const { people, updated, missing, queued, problem } = stage.impact.answer.body;
      return (
        <span>
          {problem ? problem.title : t("imports.figures", { people, updated, missing, queued })}
        </span>
      );
    }
    case "taking":
      return stage.roster && stage.roster.rows > 0 ? (
        <progress
          max={stage.roster.rows}
          value={stage.roster.read}
          aria-label={t("imports.rowsRead", { read: stage.roster.read, rows: stage.roster.rows })}
        />
      ) : null;
    case "ended": {
      const { people, updated, waiting, problem } = stage.roster;
      return (
        <span>{problem ? problem.title : t("imports.came", { people, updated, waiting })}</span>
      );
    }
    default:
      return null;
  }
}
