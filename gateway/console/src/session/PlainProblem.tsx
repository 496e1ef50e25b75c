import { isRefused } from "../api/problem";
import { useWords } from "../i18n/I18n";

/** A problem in plain elements, for what is shown before the desk is loaded. */
export function PlainProblem({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  if (!error) {
    return null;
  }
  const problem = isRefused(error) ? error.problem : null;
  const wait = problem?.retryAfterSeconds;
  const title = problem ? problem.title || t("problem.other") : t("problem.unanswered");
  const detail = problem
    ? problem.detail || (problem.title ? "" : t("problem.status", { status: problem.status }))
    : "";
  return (
    <div className="plain-problem" role="alert">
      <strong>{title}</strong>
      {detail && <span>{detail}</span>}
      {wait !== undefined && <span>{t("signin.wait", { seconds: wait })}</span>}
    </div>
  );
}
