import { memo, useMemo, useState } from "react";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import type { Catalogue } from "../manifests/naming";
import type { Row } from "./rows";
import { MEASURES, type Measure, sums } from "./sums";
import { TableSelect } from "./TableSelect";
import "./sums.css";

interface Props {
  readonly rows: readonly Row[];
  readonly known: Catalogue;
}

/** Whom the table shows, added up; nothing is added up while it is closed. */
export const Sums = memo(function Sums({ rows, known }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="table-sums" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{t("table.sums")}</summary>
      {open && <AddedUp rows={rows} known={known} />}
    </details>
  );
});

function AddedUp({ rows, known }: Props) {
  const { t, word, language } = useWords();
  const [by, setBy] = useState<Measure>("delegation");
  const found = useMemo(() => sums(rows, by), [rows, by]);
  const most = Math.max(1, ...found.map((s) => s.people));
  const number = (n: number) => n.toLocaleString(language);
  const name = (code: string): string => {
    if (code === "") {
      return t("table.unknown");
    }
    switch (by) {
      case "rank":
      case "diet":
        return word(by, code);
      case "gender":
        return t(code === "F" ? "people.gender.F" : "people.gender.M");
      case "hotel":
        return known.hotels.get(code)?.name ?? code;
      case "route":
        return known.routes.get(code)?.name ?? code;
      case "arrival":
      case "departure":
        return localMoment(code, language);
      case "delegation":
      case "bus":
        return code;
    }
  };
  return (
    <div className="sums-of">
      <TableSelect
        label={t("table.sumsBy")}
        value={by}
        choose={(code) => setBy(MEASURES.find((m) => m === code) ?? "delegation")}
        options={MEASURES.map((m) => [m, t(`column.${m}`)] as const)}
      />
      <ol className="sums" data-by={by}>
        {found.map((sum) => (
          <li key={sum.code} data-code={sum.code}>
            <span className="sum-name">{name(sum.code)}</span>
            <span className="sum-bar" aria-hidden="true">
              <span style={{ width: `${(100 * sum.people) / most}%` }} />
            </span>
            <strong>{number(sum.people)}</strong>
            {sum.companions > 0 && (
              <small>{t("table.sumsCompanions", { count: number(sum.companions) })}</small>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
