import { useState } from "react";
import type { Pending, Sheet } from "../api/rosters";
import { useWords } from "../i18n/I18n";
import { SheetGrid } from "./SheetGrid";

interface Props {
  readonly conference: string;
  readonly office: string;
  readonly sheets: readonly Sheet[];
  /** Cells that wait are marked where they are in sight. */
  readonly waiting: readonly Pending[];
  /** Words were added, for every office or for this one. */
  readonly learned: (all: boolean) => void;
}

/** The sheets of a file as they are, the first with a table in front. */
export function SheetTabs({ conference, office, sheets, waiting, learned }: Props) {
  const { t } = useWords();
  const first = Math.max(
    0,
    sheets.findIndex((s) => s.tables.length > 0),
  );
  const [chosen, setChosen] = useState(first);
  const at = Math.min(chosen, sheets.length - 1);
  const sheet = sheets[at];
  return (
    <section className="sheets" aria-label={t("imports.sheets")}>
      <h3>{t("imports.sheets")}</h3>
      {sheets.length > 1 && (
        <div className="sheet-tabs" role="tablist" aria-label={t("imports.sheets")}>
          {sheets.map((s, n) => (
            <button
              key={s.name}
              type="button"
              role="tab"
              aria-selected={n === at}
              className="sheet-tab"
              onClick={() => setChosen(n)}
            >
              {s.name}
              {s.tables.length === 0 && <small>{t("imports.noTable")}</small>}
            </button>
          ))}
        </div>
      )}
      {sheet && (
        <SheetGrid
          key={at}
          conference={conference}
          office={office}
          sheet={sheet}
          waiting={waiting.filter((w) => w.kind === "row" && w.sheet === sheet.name)}
          learned={learned}
        />
      )}
    </section>
  );
}
