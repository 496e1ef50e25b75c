import { Suspense, useEffect, useRef } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { Icon } from "../styles/Icon";
import { ArrivalsBoard } from "./ArrivalsBoard";
import { HallsBoard } from "./HallsBoard";
import { Overview } from "./Overview";
import { RippleBoard } from "./RippleBoard";
import { RoomsBoard } from "./RoomsBoard";
import { SeatsBoard } from "./SeatsBoard";
import { useFollowing } from "./useBoards";
import "./boards.css";
import "./overview.css";
import "./charts.css";

const BOARDS = ["overview", "arrivals", "rooms", "seats", "halls", "ripple"] as const;
type Which = (typeof BOARDS)[number];

interface Props {
  readonly conference: string;
}

/** Pictures of the conference, for who would rather look than read. */
export default function Boards({ conference }: Props) {
  const { t } = useWords();
  const [place] = usePlace();
  const [name = "", of] = (place.open ?? "").split(/:(.*)/s);
  const which: Which = BOARDS.find((b) => b === name) ?? "overview";
  const tabs = useRef<HTMLElement>(null);
  useFollowing(conference);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another board, another tab
  useEffect(() => {
    tabs.current?.querySelector("[aria-current]")?.scrollIntoView({ inline: "center" });
  }, [which]);
  return (
    <div className="boards-room" data-board={which}>
      <nav ref={tabs} className="boards-tabs" aria-label={t("boards.which")}>
        {BOARDS.map((board) => (
          <a
            key={board}
            href={hashOf({ ...NOWHERE, conference, section: "boards", open: board })}
            aria-current={board === which ? "page" : undefined}
          >
            {t(`boards.${board}`)}
          </a>
        ))}
        <a
          className="boards-wall"
          href={hashOf({ ...NOWHERE, conference, section: "boards", wall: true })}
          title={t("boards.wallHint")}
        >
          <Icon name="wall" /> {t("boards.wall")}
        </a>
      </nav>
      <div className="boards-body">
        <h1 className="unseen">{t(`boards.${which}`)}</h1>
        <Suspense>
          <Board conference={conference} which={which} of={of || null} change={place.change} />
        </Suspense>
      </div>
    </div>
  );
}

interface BoardProps extends Props {
  readonly which: Which;
  /** The hotel, bus or session that is looked at. */
  readonly of: string | null;
  readonly change: string | null;
}

function Board({ conference, which, of, change }: BoardProps) {
  switch (which) {
    case "overview":
      return <Overview conference={conference} />;
    case "arrivals":
      return <ArrivalsBoard conference={conference} />;
    case "rooms":
      return <RoomsBoard conference={conference} hotel={of} />;
    case "seats":
      return <SeatsBoard conference={conference} bus={of} />;
    case "halls":
      return <HallsBoard conference={conference} session={of} />;
    case "ripple":
      return <RippleBoard conference={conference} change={change} />;
  }
}
