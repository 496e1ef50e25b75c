import { useEffect, useRef } from "react";
import { useWords } from "../i18n/I18n";
import { clockTime, dayAndTime } from "../i18n/moments";
import { useLive, useLiveSnapshot } from "../live/Live";
import { hasEnded, millisToSettled, type Ripple } from "../live/ripples";
import { useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { RevisedList } from "./RevisedList";
import { RippleTrack } from "./RippleTrack";
import { waitedFor } from "./story";
import "./ripple.css";

interface Props {
  readonly conference: string;
  readonly change: string;
  readonly close?: () => void;
}

/** A change going through the services: how far it has got, and what it does to the lists. */
export function RippleView({ conference, change, close }: Props) {
  const { t, word, language } = useWords();
  const { me } = useWho();
  const live = useLive();
  const ripple = useLiveSnapshot().ripples.byId.get(change);
  const frame = useRef<HTMLElement>(null);

  useEffect(() => {
    const watching = new AbortController();
    void live.watch(change, watching.signal);
    return () => watching.abort();
  }, [live, change]);
  useEffect(() => {
    // What was just changed stays in sight above, unless there is no room for both.
    if (frame.current && frame.current.getBoundingClientRect().top > window.innerHeight * 0.6) {
      frame.current.scrollIntoView({ block: "start" });
    }
  }, []);

  const brief = ripple?.brief ?? null;
  const phase = ripple?.phase ?? "open";
  const millis = millisToSettled(brief);
  const waiting = waitedFor(ripple?.view ?? null);
  const revised = ripple?.revised ?? [];
  const lists = new Set(revised.map((r) => r.manifest)).size;
  const ended = hasEnded(phase);
  return (
    <section className="ripple" data-phase={phase} ref={frame} aria-label={t("ripple.title")}>
      <header className="ripple-head">
        <div>
          <h2>{brief ? word("action", brief.action) : t("ripple.title")}</h2>
          {brief && (
            <p className="muted">
              {t("ripple.by", {
                actor: brief.actor === me.account ? t("changes.yours") : brief.actor,
                role: word("role", brief.role),
              })}
              {brief.receivedAt && (
                <time dateTime={brief.receivedAt} title={dayAndTime(brief.receivedAt, language)}>
                  {" · "}
                  {clockTime(brief.receivedAt)}
                </time>
              )}
            </p>
          )}
          {brief?.reason && (
            <p className="ripple-reason">{t("ripple.reason", { reason: brief.reason })}</p>
          )}
        </div>
        {close && (
          <button
            type="button"
            className="quiet-button icon-button"
            aria-label={t("ripple.close")}
            title={t("ripple.close")}
            onClick={close}
          >
            <Icon name="close" />
          </button>
        )}
      </header>
      <RippleTrack ripple={ripple} />
      {!ended && waiting.length > 0 && (
        <p className="ripple-waiting">
          {t("ripple.waitingFor", {
            who: waiting.map((s) => word("service", s)).join(language === "zh" ? "、" : ", "),
          })}
        </p>
      )}
      <Parked ripple={ripple} />
      {(ended || lists > 0) && (
        <p className="ripple-count">
          {lists > 0 ? t("ripple.revised", { count: lists }) : t("ripple.revisedNone")}
          {!ended && <span className="badge changed">{t("ripple.moreMayCome")}</span>}
        </p>
      )}
      <RevisedList conference={conference} revised={revised} />
      <div className="unseen" role="status">
        {ended && millis !== null && t("ripple.announce", { ms: millis, count: lists })}
      </div>
    </section>
  );
}

function Parked({ ripple }: { readonly ripple: Ripple | undefined }) {
  const { t, word } = useWords();
  const parked = ripple?.view?.parked ?? [];
  return parked.map((p) => (
    <p className="problem" role="alert" key={`${p.consumer} ${p.aggregate} ${p.id}`}>
      {t("ripple.parkedAt", { desk: word("service", p.consumer), reason: p.reason })}
    </p>
  ));
}
