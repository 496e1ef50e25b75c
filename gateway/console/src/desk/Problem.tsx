import { isRefused } from "../api/problem";
import { useWords } from "../i18n/I18n";

/** What the platform said no with, in its own words. */
export function Problem({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  if (!isRefused(error)) {
    return (
      <div className="problem" role="alert">
        <strong>{t("problem.unanswered")}</strong>
        <span>{t("problem.unansweredHint")}</span>
      </div>
    );
  }
  const { title, detail, errors, status, retryAfterSeconds } = error.problem;
  return (
    <div className="problem" role="alert">
      <strong>{title || t("problem.other")}</strong>
      <span>{detail || (title ? "" : t("problem.status", { status }))}</span>
      {errors.length > 0 && (
        <ul>
          {errors.map((e) => (
            <li key={e.field + e.message}>
              <code>{e.field}</code> {e.message}
            </li>
          ))}
        </ul>
      )}
      {retryAfterSeconds !== undefined && (
        <span>{t("problem.retryAfter", { seconds: retryAfterSeconds })}</span>
      )}
    </div>
  );
}
