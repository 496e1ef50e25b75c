import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { clockTime } from "../i18n/moments";
import { useLiveSnapshot } from "../live/Live";
import { hasEnded, millisToSettled, newestFirst, type Ripple } from "../live/ripples";
import { useWho } from "../session/who";
import "./changes.css";

const SHOWN = 60;

/** The latest changes by anybody, as they happen. */
export function ChangeList({ conference }: { readonly conference: string }) {
  const { t } = useWords();
  const { ripples, listed } = useLiveSnapshot();
  const latest = newestFirst(ripples.byId.values()).slice(0, SHOWN);
  return (
    <div className="changes" data-conference={conference}>
      <h2>{t("changes.title")}</h2>
      {listed && latest.length === 0 && <p className="fact-none">{t("changes.none")}</p>}
      <ol>
        {latest.map((ripple) => (
          <Entry key={ripple.id} ripple={ripple} />
        ))}
      </ol>
    </div>
  );
}

function Entry({ ripple }: { readonly ripple: Ripple }) {
  const { t, word } = useWords();
  const { me } = useWho();
  const [place, go] = usePlace();
  const { brief, phase, id } = ripple;
  const millis = millisToSettled(brief);
  const lists = new Set(ripple.revised.map((r) => r.manifest)).size;
  const mine = brief?.actor === me.account;
  return (
    <li>
      <button
        type="button"
        className="change"
        data-phase={phase}
        aria-current={place.change === id || undefined}
        onClick={() => go({ ...place, change: id })}
      >
        <span className="change-dot" aria-hidden="true" />
        <span className="change-action">{brief ? word("action", brief.action) : "…"}</span>
        <span className="change-time">{brief?.receivedAt && clockTime(brief.receivedAt)}</span>
        <span className="change-who">
          {brief && word("role", brief.role)}
          {brief && ` · ${mine ? t("changes.yours") : brief.actor}`}
        </span>
        <span className="change-state">
          {hasEnded(phase) && phase !== "parked" && millis !== null
            ? `${t("ripple.in", { ms: millis })}${lists > 0 ? ` · ${t("changes.lists", { count: lists })}` : ""}`
            : word("ripple", phase)}
        </span>
        {brief?.reason && <span className="change-reason">{brief.reason}</span>}
      </button>
    </li>
  );
}
