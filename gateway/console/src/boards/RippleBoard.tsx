import { useEffect } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { clockTime } from "../i18n/moments";
import { useLive, useLiveSnapshot } from "../live/Live";
import { newestFirst } from "../live/ripples";
import { RipplePicture } from "../ripple/picture/RipplePicture";
import { CaseView } from "../telling/CaseView";

interface Props {
  readonly conference: string;
  /** Null for the latest, whichever it is. */
  readonly change: string | null;
}

/** One change as a picture; the latest while nobody has chosen one. */
export function RippleBoard({ conference, change }: Props) {
  const { t, word } = useWords();
  const [, go] = usePlace();
  const live = useLive();
  const { ripples, listed } = useLiveSnapshot();
  const known = newestFirst(ripples.byId.values()).filter((r) => r.brief !== null);
  const shown = change ?? known[0]?.id ?? null;
  useEffect(() => {
    if (shown === null) {
      return;
    }
    const watching = new AbortController();
    void live.watch(shown, watching.signal);
    return () => watching.abort();
  }, [live, shown]);
  if (shown === null) {
    return <p className="muted">{listed ? t("changes.none") : t("app.loading")}</p>;
  }
  const chosen = ripples.byId.get(shown);
  return (
    <section className="panel ripple-board" aria-label={t("boards.ripple")}>
      <header className="panel-head">
        <h2>{t("boards.ripple")}</h2>
        <label>
          {t("picture.change")}{" "}
          <select
            value={change ?? ""}
            onChange={(e) =>
              go({ section: "boards", open: "ripple", change: e.target.value || null })
            }
          >
            <option value="">{t("picture.latest")}</option>
            {change !== null && !known.some((r) => r.id === change) && (
              <option value={change}>
                {chosen?.brief ? word("action", chosen.brief.action) : change}
              </option>
            )}
            {known.slice(0, 60).map(({ id, brief }) => (
              <option key={id} value={id}>
                #{brief?.n} {word("action", brief?.action ?? "")}{" "}
                {brief?.receivedAt ? clockTime(brief.receivedAt) : ""}
              </option>
            ))}
          </select>
        </label>
        <a href={hashOf({ ...NOWHERE, conference, section: "changes", change: shown })}>
          {t("picture.asText")}
        </a>
      </header>
      <RipplePicture key={shown} conference={conference} change={shown} />
      <CaseView conference={conference} change={shown} />
    </section>
  );
}
