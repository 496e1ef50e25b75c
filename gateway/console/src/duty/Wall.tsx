import { useEffect } from "react";
import type { Gate } from "../api/duty";
import { type Matter, URGENCIES } from "../api/duty";
import { LineBanner, LineLamp } from "../desk/LineBanner";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { type Catalogue, manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { Icon } from "../styles/Icon";
import { Age, Countdown, WallClock } from "./Countdown";
import { type Reading, useConferenceClock, usePhase } from "./clock";
import { missing, todays } from "./gateStory";
import { type Named, told } from "./matters";
import { Planning } from "./Planning";
import { countsBy } from "./urgency";
import { useContacts, useGates, useOpenMatters } from "./useDuty";
import { useFitting } from "./useFitting";
import "./wall.css";

interface Props {
  readonly conference: string;
  readonly name: string;
}

/** Heights in the wall's own letters, with the gap below: wall.css. */
const ROW = 3.82;
const GATE = 5.37;

/** For whoever passes by: the most pressing, and today's buses; as much as fits, nothing to scroll. */
export default function Wall({ conference, name }: Props) {
  const { t, word } = useWords();
  const [, go] = usePlace();
  const known = useCatalogue(conference);
  const named = { known, contacts: useContacts(conference) };
  const phase = usePhase(conference).data;
  const { items, reading } = useOpenMatters(conference);
  const clock = useConferenceClock(conference);
  const gates = todays(useGates(conference).data ?? [], phase?.localTime.slice(0, 10) ?? "");
  const [rows, list] = useFitting<HTMLOListElement>(ROW);
  const [tiles, board] = useFitting<HTMLUListElement>(GATE);
  const counts = countsBy(items ?? [], (m) => m.urgency);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === "Escape" && go({ section: "duty" });
    window.addEventListener("keydown", leave);
    return () => window.removeEventListener("keydown", leave);
  }, [go]);
  return (
    <div className="wall">
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
          onClick={() => go({ section: "duty" })}
        >
          <Icon name="close" />
        </button>
      </header>
      <LineBanner />
      {phase && !phase.live && <Planning />}
      <main className="wall-main">
        <section className="wall-open" aria-label={t("duty.open")}>
          {items?.length === 0 && <p className="wall-calm">{t("duty.nothing")}</p>}
          <ol ref={list}>
            {(items ?? []).slice(0, rows).map((matter) => (
              <Row key={matter.key} matter={matter} named={named} reading={reading} />
            ))}
          </ol>
          {(items?.length ?? 0) > rows && (
            <p className="wall-more">{t("wall.more", { count: (items?.length ?? 0) - rows })}</p>
          )}
        </section>
        <section className="wall-gates" aria-label={t("duty.gates")}>
          {gates.length === 0 && <p className="wall-calm">{t("gate.none")}</p>}
          <ul ref={board}>
            {gates.slice(0, tiles).map((gate) => (
              <Tile key={gate.trip} gate={gate} known={known} reading={clock} />
            ))}
          </ul>
          {gates.length > tiles && (
            <p className="wall-more">{t("wall.moreBuses", { count: gates.length - tiles })}</p>
          )}
        </section>
      </main>
    </div>
  );
}

interface RowProps {
  readonly matter: Matter;
  readonly named: Named;
  readonly reading: Reading | null;
}

function Row({ matter, named, reading }: RowProps) {
  const words = useWords();
  const { title, about } = told(matter, named, words);
  return (
    <li className="wall-row" data-urgency={matter.urgency}>
      <span className="wall-kind">{words.word("matterKind", matter.kind)}</span>
      <span className="wall-title">{title}</span>
      <span className="wall-due">
        <Countdown due={matter.due} reading={reading} />
      </span>
      <span className="wall-about">
        {about && `${about} · `}
        {words.t("duty.openFor")} <Age since={matter.since} reading={reading} />
        {typeof matter.details.assignedTo === "string" &&
          ` · ${words.t("duty.heldBy", { account: matter.details.assignedTo })}`}
      </span>
    </li>
  );
}

interface TileProps {
  readonly gate: Gate;
  readonly known: Catalogue;
  readonly reading: Reading | null;
}

function Tile({ gate, known, reading }: TileProps) {
  const words = useWords();
  const { t, word, language } = words;
  const gone = gate.departedAt !== null;
  const waits = missing(gate).map((s) => s.name);
  return (
    <li className="wall-gate" data-light={gate.light} data-gone={gone || undefined}>
      <span className="wall-light">
        {gone
          ? t("gate.left", { time: gate.departedAt?.slice(11, 16) ?? "" })
          : word("light", gate.light)}
      </span>
      <span className="wall-title">
        {manifestName(`trip:${gate.trip}`, known, words).title} {gate.plate}
      </span>
      <span className="wall-due">
        {gate.departs?.slice(11, 16)} {!gone && <Countdown due={gate.departs} reading={reading} />}
      </span>
      <span className="wall-about">
        {gate.light === "red" && !gone
          ? t("wall.waitsFor", { sites: waits.join(language === "zh" ? "、" : ", ") })
          : gate.trip}
      </span>
    </li>
  );
}
