import { useLayoutEffect, useRef, useState } from "react";
import { wallClock } from "../book/clock";
import { unsent } from "../deeds/queue";
import type { Phone } from "../phone";
import type { Snapshot } from "../state";
import { listed, t } from "../words";
import { Buses } from "./Buses";
import { Outbox } from "./Outbox";
import { RollCall } from "./RollCall";
import { RouteView } from "./RouteView";
import { SignIn } from "./SignIn";
import { Trouble } from "./Trouble";

const TABS = ["roll", "route", "buses", "outbox"] as const;
type Tab = (typeof TABS)[number];

interface Props {
  readonly phone: Phone;
  readonly now: Snapshot;
  readonly switchLanguage: () => void;
}

/** The phone at work: the bus at the top with how it stands with the platform, four rooms below. */
export function Desk({ phone, now, switchLanguage }: Props) {
  const [tab, setTab] = useState<Tab>("roll");
  const [signing, setSigning] = useState(false);
  const inRoll = useRef(0);
  // a room begins at its top; in the roll-call one goes on where one was
  useLayoutEffect(() => {
    window.scrollTo(0, tab === "roll" ? inRoll.current : 0);
  }, [tab]);
  const enter = (one: Tab) => {
    if (tab === "roll") {
      inRoll.current = window.scrollY;
    }
    setTab(one);
  };
  const { book, owner, line } = now;
  if (!book || !owner) {
    return <p className="opening">{t("opening")}</p>;
  }
  const waiting = unsent(now.deeds);
  return (
    <div className="desk" data-line={line} data-unsent={waiting}>
      <header className="bar">
        <div className="bar-bus">
          <strong>{book.trip.code}</strong> <span className="plate">{book.trip.plate}</span>
        </div>
        <div className={`lamp ${line}`} role="status">
          {t(line === "live" ? "line.live" : line === "signed-out" ? "line.out" : "line.away")}
        </div>
        <button type="button" className="quiet" onClick={switchLanguage}>
          {t("language.other")}
        </button>
      </header>
      <div className="banners">
        {line === "away" && (
          <p className="banner">{t("line.awaySince", { time: wallClock(book.readAt) })}</p>
        )}
        {line === "signed-out" && !signing && (
          <p className="banner warn">
            {t("line.outAbout")}{" "}
            <button type="button" className="link again" onClick={() => setSigning(true)}>
              {t("signIn.again")}
            </button>
          </p>
        )}
        {signing && line === "signed-out" && (
          <SignIn phone={phone} account={owner.account} done={() => setSigning(false)} />
        )}
        {book.trip.cancelled && <p className="banner bad">{t("bus.cancelled")}</p>}
        {now.news && (
          <p className="banner news" role="status">
            {now.news.came.length > 0 && t("news.came", { names: listed(now.news.came) })}{" "}
            {now.news.went.length > 0 && t("news.went", { names: listed(now.news.went) })}{" "}
            <button type="button" className="link" onClick={() => phone.dismissNews()}>
              {t("news.seen")}
            </button>
          </p>
        )}
        <Trouble error={now.error} />
      </div>
      <main className="room" data-tab={tab}>
        {tab === "roll" && <RollCall phone={phone} now={now} book={book} />}
        {tab === "route" && <RouteView phone={phone} now={now} book={book} />}
        {tab === "buses" && <Buses now={now} book={book} />}
        {tab === "outbox" && <Outbox phone={phone} now={now} book={book} />}
      </main>
      <nav className="tabs" aria-label={t("tabs")}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            className="tab"
            data-tab={one}
            aria-current={tab === one ? "page" : undefined}
            onClick={() => enter(one)}
          >
            {t(`tab.${one}`)}
            {one === "outbox" && waiting > 0 && <span className="badge">{waiting}</span>}
          </button>
        ))}
      </nav>
    </div>
  );
}
