import { useWords } from "../i18n/I18n";
import type { Key } from "../i18n/messages";
import { Threshold } from "./Threshold";

/** The platform does not answer at all, or the page itself is at fault. */
export function Failure({ note = "problem.unanswered" }: { readonly note?: Key }) {
  const { t } = useWords();
  return (
    <Threshold title={t("app.failed")}>
      <p className="threshold-note">{t(note)}</p>
      <button className="wide-button" type="button" onClick={() => window.location.reload()}>
        {t("app.reload")}
      </button>
    </Threshold>
  );
}
