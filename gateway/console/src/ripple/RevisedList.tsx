import { useState } from "react";
import type { Revised } from "../api/types";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { HeaderDifferences, LineDifferences } from "../manifests/LineDifferences";
import { byManifest, counts } from "../manifests/lines";
import { type Catalogue, KINDS, kindOf, manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import "./revised.css";

const FEW = 6;

interface Props {
  readonly conference: string;
  readonly revised: readonly Revised[];
}

/** Every manifest that a change has revised, kind by kind. */
export function RevisedList({ conference, revised }: Props) {
  const { word } = useWords();
  const known = useCatalogue(conference);
  const all = [...byManifest(revised)].sort(([a], [b]) => a.localeCompare(b));
  return KINDS.map((kind) => {
    const ofKind = all.filter(([manifest]) => kindOf(manifest) === kind);
    return ofKind.length === 0 ? null : (
      <section className="revised-kind" key={kind}>
        <h3>
          {word("kind", kind)} <span>{ofKind.length}</span>
        </h3>
        <div className="revised-grid">
          {ofKind.map(([manifest, versions]) => (
            <RevisedCard
              key={manifest}
              conference={conference}
              manifest={manifest}
              versions={versions}
              known={known}
            />
          ))}
        </div>
      </section>
    );
  });
}

interface CardProps {
  readonly conference: string;
  readonly manifest: string;
  readonly versions: readonly Revised[];
  readonly known: Catalogue;
}

function RevisedCard({ conference, manifest, versions, known }: CardProps) {
  const words = useWords();
  const { t } = words;
  const name = manifestName(manifest, known, words);
  const latest = versions[versions.length - 1];
  if (!latest) {
    return null;
  }
  const place = { ...NOWHERE, conference, section: "manifests" as const, open: manifest };
  return (
    <article className="revised" data-manifest={manifest}>
      <a
        className="revised-head"
        href={hashOf({ ...place, version: latest.version, against: latest.version - 1 })}
        title={t("ripple.openManifest", { manifest: name.title, version: latest.version })}
      >
        <span className="revised-title">{name.title}</span>
        {name.title !== name.code && <code>{name.code}</code>}
        <span className="revised-version">
          {versions[0] && versions[0].version - 1} → <b>{latest.version}</b>
        </span>
      </a>
      {versions.map((one) => (
        <RevisedLines key={one.version} revised={one} known={known} />
      ))}
    </article>
  );
}

function RevisedLines({
  revised,
  known,
}: {
  readonly revised: Revised;
  readonly known: Catalogue;
}) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const { removed, added, changed } = counts(revised.lines);
  const total = removed + added + changed;
  return (
    <>
      <HeaderDifferences header={revised.header} known={known} />
      {revised.lineCount > total && (
        <p className="fact-none">{t("ripple.manyLines", { count: revised.lineCount })}</p>
      )}
      <LineDifferences
        manifest={revised.manifest}
        lines={revised.lines}
        known={known}
        limit={all ? undefined : FEW}
      />
      {total > FEW && (
        <button
          type="button"
          className="quiet-button more"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("ripple.showLess") : t("ripple.showAll", { count: total })}
        </button>
      )}
    </>
  );
}
