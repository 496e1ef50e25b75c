import type { ReactNode } from "react";
import { useWords } from "../i18n/I18n";
import { Mark } from "../styles/Mark";
import "./threshold.css";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** The frame of what stands before the desk. Plain elements: it is there at once. */
export function Threshold({ title, children }: Props) {
  const { t, language, speakIn } = useWords();
  return (
    <div className="threshold">
      <header className="threshold-head">
        <button
          type="button"
          className="quiet-button"
          lang={language === "zh" ? "en" : "zh-CN"}
          aria-label={t("language.label")}
          onClick={() => speakIn(language === "zh" ? "en" : "zh")}
        >
          {t("language.switch")}
        </button>
      </header>
      <main className="threshold-card">
        <div className="threshold-brand">
          <Mark size={40} />
          <div>
            <div className="threshold-name">{t("app.name")}</div>
            <div className="threshold-tagline">{t("app.tagline")}</div>
          </div>
        </div>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
