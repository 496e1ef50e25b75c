import { useEffect, useState } from "react";
import { useWords } from "../i18n/I18n";
import { hasEnded, millisToSettled, type Ripple } from "../live/ripples";
import { handlings } from "./story";

type Standing = "done" | "now" | "ahead" | "skipped";

/** Received, provisional, settled; and when each service had handled its part. */
export function RippleTrack({ ripple }: { readonly ripple: Ripple | undefined }) {
  const { t, word } = useWords();
  const phase = ripple?.phase ?? "open";
  const ended = hasEnded(phase);
  const elapsed = useElapsed(!ended);
  const millis = millisToSettled(ripple?.brief ?? null);
  const services = handlings(ripple?.view ?? null);
  const provisional: Standing = ended
    ? ripple?.wasProvisional || (millis ?? 0) > 250
      ? "done"
      : "skipped"
    : phase === "open"
      ? "ahead"
      : "now";
  const middle = phase === "unfinished" || phase === "stalled" ? phase : "stepProvisional";
  const scale = Math.max(millis ?? 0, ...services.map((s) => s.last), 1);
  return (
    <div className="track">
      <ol className="steps">
        <Step standing={phase === "open" ? "now" : "done"} word={t("ripple.received")} />
        <Step standing={provisional} word={word("ripple", middle)} />
        <Step
          standing={ended ? "done" : "ahead"}
          word={phase === "parked" ? t("ripple.parked") : t("ripple.stepSettled")}
        />
      </ol>
      <output className="track-time" data-testid="settled" data-ended={ended}>
        {ended ? (millis === null ? "" : spent(millis, t)) : spent(elapsed, t)}
      </output>
      {services.length > 0 && (
        <ul className="handlings" aria-label={t("ripple.handled")}>
          {services.map((s) => (
            <li key={s.service}>
              <span className="handling-service">{word("service", s.service)}</span>
              <span className="handling-track" aria-hidden="true">
                <span className="handling-bar" style={{ width: `${(s.last / scale) * 100}%` }} />
                {s.at.map((at, i) => (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: two receipts may come at once
                    key={`${at} ${i}`}
                    className="handling-dot"
                    style={{ left: `${(at / scale) * 100}%` }}
                  />
                ))}
              </span>
              <span className="handling-time">{t("ripple.in", { ms: s.last })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Step({ standing, word }: { readonly standing: Standing; readonly word: string }) {
  return (
    <li className={`step ${standing}`} aria-current={standing === "now" ? "step" : undefined}>
      <span className="step-dot" aria-hidden="true" />
      {word}
    </li>
  );
}

const spent = (millis: number, t: ReturnType<typeof useWords>["t"]): string =>
  millis < 10_000
    ? t("ripple.in", { ms: millis })
    : t("ripple.inSeconds", { seconds: (millis / 1000).toFixed(1) });

/** How long the page has been waiting, by its own clock. */
function useElapsed(running: boolean): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    if (!running) {
      return;
    }
    const start = performance.now();
    const ticking = setInterval(() => setElapsed(Math.round(performance.now() - start)), 90);
    return () => clearInterval(ticking);
  }, [running]);
  return elapsed;
}
