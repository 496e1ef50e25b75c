import { useWords } from "../i18n/I18n";
import "./shared.css";

/** Nothing is owed by anybody before a conference is live. */
export function Planning() {
  const { t } = useWords();
  return (
    <p className="notice" role="status">
      {t("duty.planning")}
    </p>
  );
}
