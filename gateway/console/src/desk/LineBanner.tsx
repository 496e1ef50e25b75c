import { useEffect, useRef, useState } from "react";
import { useWords } from "../i18n/I18n";
import { useLiveSnapshot } from "../live/Live";

const SHOWN_BACK_MILLIS = 3_500;
/** A line that is back within this is not worth a word. */
const NOT_WORTH_A_WORD_MILLIS = 1_000;

/** A lamp that says whether the page is being told. */
export function LineLamp() {
  const { t } = useWords();
  const { line } = useLiveSnapshot();
  return (
    <span className={`lamp ${line.kind}`} role="status">
      <span className="lamp-dot" aria-hidden="true" />
      <span className="lamp-word">{t(`line.${line.kind}`)}</span>
    </span>
  );
}

/** Says that what is shown may be old, for as long as that is so. */
export function LineBanner() {
  const { t } = useWords();
  const { line } = useLiveSnapshot();
  const since = line.kind === "broken" ? line.since : null;
  const [now, setNow] = useState(0);
  const [back, setBack] = useState(false);
  const wasShown = useRef(false);

  useEffect(() => {
    if (since === null) {
      return;
    }
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, [since]);

  const shown = since !== null && now - since >= NOT_WORTH_A_WORD_MILLIS;
  useEffect(() => {
    if (shown) {
      wasShown.current = true;
      setBack(false);
      return;
    }
    if (line.kind === "live" && wasShown.current) {
      wasShown.current = false;
      setBack(true);
      const hiding = setTimeout(() => setBack(false), SHOWN_BACK_MILLIS);
      return () => clearTimeout(hiding);
    }
  }, [shown, line.kind]);

  if (shown) {
    const seconds = Math.round((now - since) / 1000);
    return (
      <div className="banner broken" role="alert">
        {t("line.brokenFor", { seconds })}
      </div>
    );
  }
  if (line.kind === "refused") {
    return (
      <div className="banner" role="status">
        {t("line.refusedWhy")}
      </div>
    );
  }
  return back ? (
    <div className="banner mended" role="status">
      {t("line.back")}
    </div>
  ) : null;
}
