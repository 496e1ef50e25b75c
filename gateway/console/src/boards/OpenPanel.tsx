import { URGENCIES } from "../api/duty";
import { hashOf, NOWHERE } from "../desk/place";
import { Countdown } from "../duty/Countdown";
import { targetOf, told } from "../duty/matters";
import { countsBy } from "../duty/urgency";
import { useContacts, useOpenMatters } from "../duty/useDuty";
import { useWords } from "../i18n/I18n";
import { useLiveSnapshot } from "../live/Live";
import { hasEnded, newestFirst } from "../live/ripples";
import { useCatalogue } from "../manifests/useCatalogue";
import { useRole } from "../session/useRole";
import { Panel } from "./Panel";

const SHOWN = 5;
const ON_WALL = 9;

interface Props {
  readonly conference: string;
  readonly bare?: boolean;
}

/** What is open in the duty room, the most pressing of it, and the changes that still run. */
export function OpenPanel({ conference, bare }: Props) {
  const most = bare ? ON_WALL : SHOWN;
  const words = useWords();
  const { t, word } = words;
  const { items, reading, error } = useOpenMatters(conference);
  const may = useRole(conference, "read-duty") !== undefined;
  const named = { known: useCatalogue(conference), contacts: useContacts(conference) };
  const { ripples } = useLiveSnapshot();
  const newest = newestFirst(ripples.byId.values());
  const running = newest.filter((r) => !hasEnded(r.phase)).length;
  const counts = countsBy(items ?? [], (m) => m.urgency);
  const latest = newest.find((r) => r.brief !== null);
  return (
    <Panel
      title={t("open.title")}
      name="open"
      asked={[{ may, data: items ?? undefined, error }]}
      href={hashOf({ ...NOWHERE, conference, section: "duty" })}
    >
      {!bare && (
        <ul className="open-counts">
          {URGENCIES.map((u) => (
            <li key={u} className="urgency" data-urgency={u} data-none={!counts[u] || undefined}>
              <strong>{counts[u] ?? 0}</strong> {word("urgency", u)}
            </li>
          ))}
        </ul>
      )}
      <p className="open-running">
        {running > 0 ? t("open.running", { count: running }) : t("open.allSettled")}
        {latest?.brief && (
          <a
            href={hashOf({
              ...NOWHERE,
              conference,
              section: "boards",
              open: "ripple",
              change: latest.id,
            })}
          >
            {t("open.latest", { n: latest.brief.n, action: word("action", latest.brief.action) })}
          </a>
        )}
      </p>
      {items?.length === 0 && <p className="muted">{t("duty.nothing")}</p>}
      <ol className="open-matters">
        {(items ?? []).slice(0, most).map((matter) => {
          const { title, about } = told(matter, named, words);
          return (
            <li key={matter.key} data-urgency={matter.urgency}>
              <a href={hashOf({ ...NOWHERE, conference, ...targetOf(matter) })}>
                <span className="unseen">{word("urgency", matter.urgency)} </span>
                {title}
              </a>{" "}
              {about && <span className="muted">{about}</span>}
              <Countdown due={matter.due} reading={reading} />
            </li>
          );
        })}
      </ol>
      {(items?.length ?? 0) > most && (
        <p className="muted">{t("boards.more", { count: (items?.length ?? 0) - most })}</p>
      )}
    </Panel>
  );
}
