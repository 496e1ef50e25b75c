import { lazy, Suspense } from "react";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { roleFor } from "../session/useRole";
import { rolesIn, useWho } from "../session/who";
import { ROOMS, type Room, roomOf } from "./rooms";
import "./notices.css";

const ContactRoom = lazy(() => import("../contacts/ContactRoom"));
const AudienceRoom = lazy(() => import("../audience/AudienceRoom"));
const LadderRoom = lazy(() => import("../ladders/LadderRoom"));
const ReminderRoom = lazy(() => import("../reminders/ReminderRoom"));

interface Props {
  readonly conference: string;
  /** A room, or what is open in it: `contacts:H1`. */
  readonly open: string | null;
}

/** Who is told, of what, in which way, and what is done when nobody answers. */
export default function NoticesRoom({ conference, open }: Props) {
  const { t } = useWords();
  const { me } = useWho();
  const mine = rolesIn(me, conference);
  const may = (Object.keys(ROOMS) as Room[]).filter((r) => roleFor(ROOMS[r], mine));
  const room = roomOf(open, may);
  const of = open?.includes(":") ? open.slice(open.indexOf(":") + 1) : null;
  return (
    <article className="notice-rooms">
      <nav className="notices-rooms" aria-label={t("notices.title")}>
        {may.map((r) => (
          <a
            key={r}
            href={hashOf({ ...NOWHERE, conference, section: "notices", open: r })}
            aria-current={r === room ? "page" : undefined}
          >
            {t(`notices.${r}`)}
          </a>
        ))}
      </nav>
      <Suspense fallback={<p className="muted">{t("app.loading")}</p>}>
        {room === "contacts" && <ContactRoom conference={conference} open={of} />}
        {room === "audience" && <AudienceRoom conference={conference} />}
        {room === "ladders" && <LadderRoom conference={conference} />}
        {room === "reminders" && <ReminderRoom conference={conference} />}
        {room === undefined && <p className="muted">{t("notices.none")}</p>}
      </Suspense>
    </article>
  );
}
