import { useWords } from "../i18n/I18n";

interface Props {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first of each row names it. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The numbers of a picture, for who cannot see it and for who wants to copy them. */
export function Numbers({ caption, head, rows }: Props) {
  const { t } = useWords();
  return (
    <details className="numbers">
      <summary>{t("boards.numbers")}</summary>
      <div className="numbers-table">
        <table>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.slice(0, 2).join(" ")}>
                {row.map((cell, i) =>
                  i === 0 ? (
                    <th key={head[i]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={head[i]}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
