import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { read } from "../api/http";
import type { Impact, Revision } from "../api/types";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { HeaderDifferences, LineDifferences } from "../manifests/LineDifferences";
import { type Catalogue, manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { useParticipants } from "../people/useParticipants";
import { Caveat } from "./Caveat";
import { bySeverity, lineSum, sumOf } from "./impact";
import "./impact.css";

const FEW = 8;
const AT_FIRST = 12;

interface Props {
  readonly conference: string;
  readonly impact: Impact;
}

/** What a change would touch, before it is made: what hurts first, then list by list. */
export function ImpactView({ conference, impact }: Props) {
  const { t } = useWords();
  const known = useCatalogue(conference);
  const people = useParticipants(conference).data;
  const nameOf = useCallback(
    (person: string) => people?.find((p) => p.id === person)?.name,
    [people],
  );
  const [all, setAll] = useState(false);
  const sum = sumOf(impact);
  const revisions = bySeverity(impact.manifests);
  const shown = all ? revisions : revisions.slice(0, AT_FIRST);
  return (
    <section className="impact" aria-label={t("impact.title")} role="status">
      <h3>{t("impact.title")}</h3>
      {sum.manifests === 0 ? (
        <p className="muted">{t("impact.none")}</p>
      ) : (
        <p className="impact-sum">
          <span>{t("impact.manifests", { count: sum.manifests })}</span>
          <span>{t("impact.recipients", { count: sum.recipients })}</span>
          {sum.late > 0 && (
            <span className="badge removed">{t("impact.lateCount", { count: sum.late })}</span>
          )}
        </p>
      )}
      {impact.exceptions.length > 0 && (
        <div className="impact-caveats">
          <strong>{t("impact.exceptions", { count: sum.exceptions })}</strong>
          <ul>
            {impact.exceptions.map(({ service, exception }) => (
              <Caveat
                key={service + JSON.stringify(exception)}
                service={service}
                note={exception}
                known={known}
                nameOf={nameOf}
              />
            ))}
          </ul>
        </div>
      )}
      <ul className="impact-list">
        {shown.map((revision) => (
          <Touched
            key={revision.manifest}
            conference={conference}
            revision={revision}
            known={known}
          />
        ))}
      </ul>
      {revisions.length > AT_FIRST && (
        <button type="button" className="quiet-button more" onClick={() => setAll(!all)}>
          {all ? t("ripple.showLess") : t("impact.showAll", { count: revisions.length })}
        </button>
      )}
    </section>
  );
}

interface TouchedProps {
  readonly conference: string;
  readonly revision: Revision;
  readonly known: Catalogue;
}

function Touched({ conference, revision, known }: TouchedProps) {
  const words = useWords();
  const { t, language } = words;
  const { title, code } = manifestName(revision.manifest, known, words);
  const lines = lineSum(revision);
  const contacts = useContacts(conference);
  const names = revision.recipients.map((c) => contacts.get(c) ?? c);
  return (
    <li
      className="impact-one"
      data-manifest={revision.manifest}
      data-late={revision.late || undefined}
    >
      <details>
        <summary>
          <span className="impact-name">
            {title}
            {title !== code && <code>{code}</code>}
          </span>
          <span className="impact-lines">
            {lines.removed > 0 && <span className="removed">−{lines.removed}</span>}
            {lines.added > 0 && <span className="added">+{lines.added}</span>}
            {lines.changed > 0 && <span className="changed">~{lines.changed}</span>}
            {lines.untold > 0 && <span>{t("ripple.lines", { count: lines.untold })}</span>}
          </span>
          <span className="impact-version">
            {revision.version - 1} → <b>{revision.version}</b>
          </span>
          <span className="impact-about">
            {names.length > 0
              ? t("impact.to", { who: names.join(language === "zh" ? "、" : ", ") })
              : t("impact.toNobody")}
            {revision.due && (
              <span className={revision.late ? "badge removed" : "impact-due"}>
                {t(revision.late ? "impact.late" : "impact.due", {
                  time: localMoment(revision.due, language),
                })}
              </span>
            )}
          </span>
        </summary>
        <HeaderDifferences header={revision.header} known={known} />
        <LineDifferences
          manifest={revision.manifest}
          lines={revision.lines}
          known={known}
          limit={FEW}
        />
        {lines.removed + lines.added + lines.changed > FEW && (
          <p className="muted impact-more">
            {t("ripple.manyLines", { count: revision.lineCount })}
          </p>
        )}
      </details>
    </li>
  );
}

interface Contact {
  readonly code: string;
  readonly name: string;
}

/** What the codes of contacts are called; who may not read them sees codes. */
function useContacts(conference: string): ReadonlyMap<string, string> {
  const { data } = useQuery({
    queryKey: ["of", conference, "contacts"],
    queryFn: ({ signal }) =>
      read<Contact[]>(`/api/notification/conferences/${conference}/contacts`, signal),
    staleTime: 5 * 60_000,
    select: named,
  });
  return data ?? NOBODY;
}

const NOBODY: ReadonlyMap<string, string> = new Map();
const named = (contacts: readonly Contact[]) =>
  new Map(contacts.filter((c) => c.name).map((c) => [c.code, c.name]));
