import { useEffect, useState } from "react";
import { URGENCIES } from "../api/duty";
import { LineBanner, LineLamp } from "../desk/LineBanner";
import { usePlace } from "../desk/usePlace";
import { WallClock } from "../duty/Countdown";
import { useConferenceClock } from "../duty/clock";
import { countsBy } from "../duty/urgency";
import { useOpenMatters } from "../duty/useDuty";
import { useWords } from "../i18n/I18n";
import { Icon } from "../styles/Icon";
import { ArrivalsPanel } from "./ArrivalsPanel";
import { BusesPanel } from "./BusesPanel";
import { MealsPanel } from "./MealsPanel";
import { OpenPanel } from "./OpenPanel";
import { RoomsPanel } from "./RoomsPanel";
import { useFollowing } from "./useBoards";
import "../duty/wall.css";
import "./boards.css";
import "./overview.css";
import "./charts.css";

const TURN_MILLIS = 20_000;
const PAGES = ["open", "arrivals", "rooms", "meals"] as const;

interface Props {
  readonly conference: string;
  readonly name: string;
}

/** The boards for whoever passes by: they turn by themselves, and by the arrow keys; space stops them. */
export default function BoardsWall({ conference, name }: Props) {
  const { t, word } = useWords();
  const [, go] = usePlace();
  const clock = useConferenceClock(conference);
  const { items, reading } = useOpenMatters(conference);
  const counts = countsBy(items ?? [], (m) => m.urgency);
  const [page, turn] = useState(0);
  const [still, hold] = useState(false);
  useFollowing(conference);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        go({ section: "boards" });
      } else if (event.key === "ArrowRight" || event.key === "PageDown") {
        turn((p) => (p + 1) % PAGES.length);
      } else if (event.key === "ArrowLeft" || event.key === "PageUp") {
        turn((p) => (p + PAGES.length - 1) % PAGES.length);
      } else if (event.key === " ") {
        event.preventDefault();
        hold((h) => !h);
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [go]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was turned to stays its time
  useEffect(() => {
    if (still) {
      return;
    }
    const turning = setTimeout(() => turn((p) => (p + 1) % PAGES.length), TURN_MILLIS);
    return () => clearTimeout(turning);
  }, [still, page]);
  return (
    <div className="wall boards-on-wall" data-page={PAGES[page]}>
      <header className="wall-head">
        <h1>{name}</h1>
        <ul className="wall-counts" aria-label={t("duty.open")}>
          {URGENCIES.map((u) => (
            <li key={u} className="urgency" data-urgency={u} data-none={!counts[u] || undefined}>
              <strong>{counts[u] ?? 0}</strong> {word("urgency", u)}
            </li>
          ))}
        </ul>
        <WallClock reading={reading ?? clock} />
        <LineLamp />
        <button
          type="button"
          className="quiet-button icon-button"
          aria-label={t("wall.leave")}
          title={t("wall.leave")}
          onClick={() => go({ section: "boards" })}
        >
          <Icon name="close" />
        </button>
      </header>
      <LineBanner />
      <main className="wall-board">
        <Page conference={conference} page={PAGES[page] ?? "open"} />
      </main>
      <footer className="wall-turning">
        {PAGES.map((each, i) => (
          <button
            key={each}
            type="button"
            aria-label={t(`boards.page.${each}`)}
            aria-current={i === page ? "page" : undefined}
            onClick={() => turn(i)}
          />
        ))}
        <span>{t(still ? "boards.still" : "boards.turning")}</span>
      </footer>
    </div>
  );
}

function Page({ conference, page }: { conference: string; page: (typeof PAGES)[number] }) {
  switch (page) {
    case "open":
      return (
        <div className="wall-two">
          <OpenPanel conference={conference} bare />
          <BusesPanel conference={conference} bare />
        </div>
      );
    case "arrivals":
      return <ArrivalsPanel conference={conference} bare />;
    case "rooms":
      return <RoomsPanel conference={conference} />;
    case "meals":
      return <MealsPanel conference={conference} />;
  }
}
