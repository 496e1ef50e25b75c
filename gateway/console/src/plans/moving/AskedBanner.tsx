import type { Retiming } from "../../api/retimings";
import { useWords } from "../../i18n/I18n";
import { clockTime } from "../../i18n/moments";
import { spanOf, spanSaid } from "./span";

/** Who has asked whom for what, and what was answered. */
export function AskedBanner({ asked }: { readonly asked: Retiming }) {
  const { t, word } = useWords();
  const span = spanOf(asked.minutes);
  return (
    <div className="moving-because" data-retiming={asked.id}>
      <p>
        {t("moving.askedBy", {
          by: word("role", asked.askedAs),
          desk: word("role", asked.desk),
          way: t(span.way === "later" ? "shift.later" : "shift.earlier"),
          span: spanSaid(span, t),
        })}
      </p>
      <p className="muted">
        {asked.askedBy} · {clockTime(asked.askedAt)}
        {asked.reason && ` · ${asked.reason}`}
      </p>
      {asked.answer && (
        <p role="status">
          {t(asked.answer.outcome === "done" ? "moving.wasDone" : "moving.wasDeclined", {
            by: asked.answer.by,
          })}
          {asked.answer.word && ` · ${asked.answer.word}`}
        </p>
      )}
    </div>
  );
}
