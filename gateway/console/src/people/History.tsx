import { useQuery } from "@tanstack/react-query";
import { personChanges } from "../api/reads";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { useWho } from "../session/who";

interface Props {
  readonly conference: string;
  readonly person: string;
}

/** Who changed something of this person, when and why. */
export function History({ conference, person }: Props) {
  const { t, word, language } = useWords();
  const { me } = useWho();
  const [place, go] = usePlace();
  const { data, error } = useQuery({
    queryKey: ["of", conference, "fact", "history", person],
    queryFn: ({ signal }) => personChanges(conference, person, signal),
  });
  return (
    <section className="history" aria-label={t("history.title")}>
      <h2>{t("history.title")}</h2>
      {error && <p className="muted">{t("history.unreadable")}</p>}
      {data?.length === 0 && <p className="muted">{t("history.none")}</p>}
      <ol>
        {data?.map((c) => (
          <li key={c.id}>
            <button type="button" onClick={() => go({ ...place, change: c.id })}>
              <span className="history-what">{word("action", c.action)}</span>
              {c.receivedAt && (
                <time dateTime={c.receivedAt}>{dayAndTime(c.receivedAt, language)}</time>
              )}
              <span className="history-who">
                {t("ripple.by", {
                  actor: c.actor === me.account ? t("changes.yours") : c.actor,
                  role: word("role", c.role),
                })}
              </span>
              {c.reason && <q className="history-why">{c.reason}</q>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
