import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { conference as readConference } from "../api/reads";
import { ChangeList } from "../changes/ChangeList";
import { useWords } from "../i18n/I18n";
import { Live } from "../live/Live";
import { Overview } from "../people/Overview";
import { PeopleList } from "../people/PeopleList";
import { PersonPanel } from "../people/PersonPanel";
import { LineBanner } from "./LineBanner";
import type { Section } from "./place";
import { TopBar } from "./TopBar";
import { usePlace } from "./usePlace";
import "./bar.css";

const Home = lazy(() => import("../home/Home"));
const MatterList = lazy(() => import("../duty/MatterList"));
const DutyPanel = lazy(() => import("../duty/DutyPanel"));
const Boards = lazy(() => import("../boards/Boards"));
const BoardsWall = lazy(() => import("../boards/BoardsWall"));
const Wall = lazy(() => import("../duty/Wall"));
const ManifestList = lazy(() => import("../manifests/ManifestList"));
const ManifestPanel = lazy(() => import("../manifests/ManifestPanel"));
const ImportRoom = lazy(() => import("../imports/ImportRoom"));
const NoticesRoom = lazy(() => import("../notices/NoticesRoom"));
const PlanDesk = lazy(() => import("../plans/PlanDesk"));
const PeopleTable = lazy(() => import("../table/PeopleTable"));
const ChangePanel = lazy(() => import("../changes/ChangePanel"));

/** Rooms that take the whole width, with a side of their own. */
const ROOMY: readonly Section[] = ["boards", "imports", "notices", "plans"];

/** One conference: what to find on the left, what is open in the middle, what happens on the right. */
export function ConferenceDesk({ conference }: { readonly conference: string }) {
  const { t } = useWords();
  const [place] = usePlace();
  const { data } = useQuery({
    queryKey: ["conference", conference],
    queryFn: ({ signal }) => readConference(conference, signal),
  });
  const wide = (place.wide && place.section === "people") || ROOMY.includes(place.section);
  const opened = place.change !== null || place.open !== null || place.section === "home";
  if (place.wall) {
    return (
      <Live conference={conference}>
        <Suspense fallback={<div className="opening">{t("app.loading")}</div>}>
          {place.section === "boards" ? (
            <BoardsWall conference={conference} name={data?.name ?? ""} />
          ) : (
            <Wall conference={conference} name={data?.name ?? ""} />
          )}
        </Suspense>
      </Live>
    );
  }
  return (
    <Live conference={conference}>
      <div
        className="desk"
        data-section={place.section}
        data-opened={opened || wide}
        data-wide={wide || undefined}
      >
        <button type="button" className="skip" onClick={skipToMain}>
          {t("app.skip")}
        </button>
        <TopBar conference={conference} name={data?.name ?? ""} rehearsal={!!data?.rehearsal} />
        <LineBanner />
        {!wide && (
          <aside className="desk-find" aria-label={t(`nav.${place.section}`)}>
            <Suspense>
              <Finding conference={conference} />
            </Suspense>
          </aside>
        )}
        <main className="desk-main" id="main" tabIndex={-1}>
          <Suspense fallback={<div className="opening">{t("app.loading")}</div>}>
            <Opened conference={conference} />
          </Suspense>
        </main>
        {!wide && (
          <aside className="desk-changes" aria-label={t("changes.title")}>
            <ChangeList conference={conference} />
          </aside>
        )}
      </div>
    </Live>
  );
}

function Finding({ conference }: { readonly conference: string }) {
  const [{ section }] = usePlace();
  switch (section) {
    case "manifests":
      return <ManifestList conference={conference} />;
    case "duty":
      return <MatterList conference={conference} />;
    case "home":
    case "boards":
    case "people":
    case "plans":
    case "changes":
    case "imports":
    case "notices":
      return <PeopleList conference={conference} />;
  }
}

function Opened({ conference }: { readonly conference: string }) {
  const [place] = usePlace();
  if (place.section === "people" && place.wide) {
    return <PeopleTable conference={conference} />;
  }
  if (place.section === "boards") {
    return <Boards conference={conference} />;
  }
  if (place.section === "notices") {
    return <NoticesRoom conference={conference} open={place.open} />;
  }
  if (place.section === "imports") {
    return <ImportRoom conference={conference} open={place.open} />;
  }
  if (place.section === "plans") {
    return <PlanDesk conference={conference} />;
  }
  if (place.change) {
    return <ChangePanel key={place.change} conference={conference} change={place.change} />;
  }
  if (place.section === "manifests") {
    return <ManifestPanel key={place.open} conference={conference} manifest={place.open} />;
  }
  if (place.section === "duty") {
    return <DutyPanel conference={conference} open={place.open} />;
  }
  if (place.section === "home") {
    return <Home conference={conference} />;
  }
  if (place.section === "people" && place.open) {
    return <PersonPanel key={place.open} conference={conference} person={place.open} />;
  }
  return <Overview conference={conference} />;
}

function skipToMain(): void {
  document.getElementById("main")?.focus();
}
