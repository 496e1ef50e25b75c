import { useQuery } from "@tanstack/react-query";
import { versions } from "../api/reads";
import { hashOf, NOWHERE } from "../desk/place";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { useLiveSnapshot } from "../live/Live";
import { manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { useManifests } from "./usePlans";

const LATEST = 8;
const MOST_LISTS = 12;

interface Props {
  readonly conference: string;
  readonly manifests: readonly string[];
}

/** The lists that hang on a plan; of the nearest, every version with the change that made it. */
export function PlanHistory({ conference, manifests }: Props) {
  const words = useWords();
  const { t, word } = words;
  const known = useCatalogue(conference);
  const there = useManifests(conference);
  const lists = manifests.filter((m) => there.has(m)).slice(0, MOST_LISTS);
  const only = lists.length === 1 ? lists[0] : undefined;
  if (lists.length === 0) {
    return null;
  }
  return (
    <section className="plan-lists" aria-label={t("plan.lists")}>
      <h2>{t("plan.lists")}</h2>
      <ul>
        {lists.map((manifest) => (
          <li key={manifest}>
            <a href={hashOf({ ...NOWHERE, conference, section: "manifests", open: manifest })}>
              {word("kind", manifest.slice(0, manifest.indexOf(":")))} ·{" "}
              {manifestName(manifest, known, words).title}{" "}
              <code>{manifest.slice(manifest.indexOf(":") + 1)}</code>
            </a>
            <span className="muted">
              {t("fact.version", { version: there.get(manifest)?.version ?? 0 })}
            </span>
          </li>
        ))}
      </ul>
      {only && (
        <Versions
          // The list is read again with each version.
          key={only}
          conference={conference}
          manifest={only}
        />
      )}
    </section>
  );
}

function Versions({ conference, manifest }: { conference: string; manifest: string }) {
  const { t, word, language } = useWords();
  const [place, go] = usePlace();
  const { byId } = useLiveSnapshot().ripples;
  const { data } = useQuery({
    queryKey: ["of", conference, "manifest", manifest, "versions"],
    queryFn: ({ signal }) => versions(conference, manifest, signal),
  });
  const latest = [...(data ?? [])].reverse().slice(0, LATEST);
  return (
    <ol className="plan-versions">
      {latest.map(({ version, change, cutAt }) => {
        const brief = byId.get(change)?.brief;
        return (
          <li key={version} data-version={version}>
            <button type="button" onClick={() => go({ ...place, change })}>
              <b>{t("fact.version", { version })}</b>
              <span>{brief ? word("action", brief.action) : t("manifests.fromChange")}</span>
              <time dateTime={cutAt}>{dayAndTime(cutAt, language)}</time>
              {brief?.reason && <q>{brief.reason}</q>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
