import { useState } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { type OfficeRosters, type OfficeState, stateOf } from "./offices";

interface Props {
  readonly conference: string;
  readonly offices: readonly OfficeRosters[];
  readonly open: string | null;
}

const MARKS: Record<OfficeState, string> = {
  asks: "badge changed",
  refused: "badge removed",
  reading: "badge",
  none: "badge",
  in: "muted",
};

/** Every office: whose roster waits for a clerk, who has sent none. */
export function OfficeList({ conference, offices, open }: Props) {
  const { t, word, language } = useWords();
  const [copied, setCopied] = useState(false);
  const silent = offices.filter((o) => stateOf(o) === "none");
  const copy = async () => {
    const names = silent.map((o) => o.name).join(language === "zh" ? "、" : ", ");
    await navigator.clipboard.writeText(names);
    setCopied(true);
  };
  return (
    <section className="offices" aria-label={t("imports.offices")}>
      <header className="tray-head">
        <h2>{t("imports.offices")}</h2>
        <span className="count">{offices.length}</span>
      </header>
      {silent.length > 0 && (
        <p className="offices-silent">
          {t("imports.silent", { count: silent.length })}
          {"clipboard" in navigator && (
            <button type="button" className="quiet-button" onClick={copy}>
              {t(copied ? "imports.copied" : "imports.copy")}
            </button>
          )}
        </p>
      )}
      {offices.length === 0 && <p className="muted">{t("imports.noOffices")}</p>}
      <ul className="tray-files">
        {offices.map((office) => {
          const state = stateOf(office);
          return (
            <li key={office.code} data-state={state}>
              <a
                href={hashOf({
                  ...NOWHERE,
                  conference,
                  section: "imports",
                  open: `office:${office.code}`,
                })}
                aria-current={office.code === open ? "page" : undefined}
              >
                <span className="tray-name">
                  {office.name} <code>{office.code}</code>
                </span>
                <span className={MARKS[state]}>
                  {state === "asks"
                    ? t("imports.asks", { count: office.waiting })
                    : word("office", state)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
