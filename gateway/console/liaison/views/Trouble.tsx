import { isRefused, Unanswered } from "../../src/api/problem";
import { OthersPhone } from "../state";
import { t } from "../words";

/** What went wrong, and what to do. */
export function Trouble({ error }: { readonly error: unknown }) {
  if (!error) {
    return null;
  }
  return (
    <p className="notice bad" role="alert">
      {wordsOf(error)}
    </p>
  );
}

function wordsOf(error: unknown): string {
  if (error instanceof Unanswered) {
    return t("trouble.away");
  }
  if (error instanceof OthersPhone) {
    return t("trouble.others", { name: error.owner });
  }
  if (isRefused(error)) {
    const { title, detail, status } = error.problem;
    return [title || t("trouble.status", { status }), detail].filter(Boolean).join(" ");
  }
  return t("trouble.unknown");
}
