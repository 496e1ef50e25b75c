import { Button } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useWords } from "../i18n/I18n";
import { mergeRows, proposed, type Side, settled, type Values } from "./merging";
import "./merge.css";

interface Props {
  readonly version: number;
  readonly base: Values;
  readonly theirs: Values;
  readonly mine: Values;
  readonly name: (field: string) => string;
  readonly say: (field: string, value: string) => ReactNode;
  /** What this form cannot say: shown, so that nobody wonders, and left as it is. */
  readonly fixed?: (field: string) => boolean;
  readonly settle: (values: Values) => void;
  readonly keep: () => void;
}

/** Two versions of one fact, field by field; what both have changed waits for a person's word. */
export function MergeView({ version, base, theirs, mine, name, say, fixed, settle, keep }: Props) {
  const { t } = useWords();
  const rows = mergeRows(base, theirs, mine);
  const [chosen, setChosen] = useState(() => proposed(rows));
  const id = useId();
  const values = settled(rows, chosen);
  const waiting = rows.filter((r) => !chosen[r.field]).length;
  const shown = (field: string, value: string | null) =>
    value ? say(field, value) : <span className="muted">–</span>;
  const choose = (field: string, side: Side) => setChosen({ ...chosen, [field]: side });
  return (
    <>
      <p>{t("merge.hint")}</p>
      <table className="merge">
        <thead>
          <tr>
            <th scope="col">{t("merge.field")}</th>
            <th scope="col">{t("merge.before")}</th>
            <th scope="col">
              {t("merge.theirs")} · {t("fact.version", { version })}
            </th>
            <th scope="col">{t("merge.mine")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field} data-waiting={!chosen[row.field] || undefined}>
              <th scope="row">{name(row.field)}</th>
              <td className="merge-before">{shown(row.field, row.base)}</td>
              {(["theirs", "mine"] as const).map((side) => (
                <td key={side}>
                  <label data-chosen={chosen[row.field] === side || undefined}>
                    <input
                      type="radio"
                      name={`${id}-${row.field}`}
                      value={side}
                      checked={chosen[row.field] === side}
                      disabled={side === "mine" && fixed?.(row.field)}
                      onChange={() => choose(row.field, side)}
                    />
                    <span>{shown(row.field, row[side])}</span>
                    {(row.moved === side || row.moved === "both") && (
                      <span className="badge changed">{t("merge.moved")}</span>
                    )}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {waiting > 0 && (
        <p role="status" className="order-nothing">
          {t("merge.waiting", { count: waiting })}
        </p>
      )}
      <div className="order-end">
        <Button
          type="primary"
          disabled={values === null || Object.keys(values).length === 0}
          onClick={() => values && settle(values)}
        >
          {t("merge.go")}
        </Button>
        <Button onClick={keep}>{t("form.keep")}</Button>
      </div>
    </>
  );
}
