import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useMemo, useState } from "react";
import { manifests } from "../api/reads";
import type { ManifestSummary } from "../api/types";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { Icon } from "../styles/Icon";
import { KINDS, kindOf, manifestName } from "./naming";
import { useCatalogue } from "./useCatalogue";
import "./manifests.css";

/** All manifests, kind by kind, those of a kind by the time at which they matter. */
export default function ManifestList({ conference }: { readonly conference: string }) {
  const words = useWords();
  const { t, word, language } = words;
  const [place] = usePlace();
  const known = useCatalogue(conference);
  const [asked, setAsked] = useState("");
  const { data, error, isLoading } = useQuery({
    queryKey: ["of", conference, "manifests"],
    queryFn: ({ signal }) => manifests(conference, signal),
  });
  const named = useMemo(
    () =>
      (data ?? [])
        .map((m) => ({ ...m, name: manifestName(m.manifest, known, words), when: when(m) }))
        .sort((a, b) => a.when.localeCompare(b.when) || a.manifest.localeCompare(b.manifest)),
    [data, known, words],
  );
  const needle = asked.trim().toLowerCase();
  const hits = named.filter(
    ({ manifest, name }) =>
      name.title.toLowerCase().includes(needle) || manifest.toLowerCase().includes(needle),
  );
  return (
    <div className="find">
      <div className="find-box">
        <Icon name="search" />
        <input
          type="search"
          aria-label={t("manifests.search")}
          placeholder={t("manifests.search")}
          autoComplete="off"
          value={asked}
          onChange={(e) => setAsked(e.target.value)}
        />
      </div>
      <div className="find-count" role="status">
        {data && t("manifests.count", { count: hits.length })}
      </div>
      {isLoading && <Skeleton className="find-wait" active paragraph={{ rows: 8 }} />}
      {error && <Problem error={error} />}
      {data && hits.length === 0 && <p className="find-none">{t("manifests.none")}</p>}
      <nav className="find-list" aria-label={t("nav.manifests")}>
        {KINDS.map((kind) => {
          const ofKind = hits.filter((m) => kindOf(m.manifest) === kind);
          return ofKind.length === 0 ? null : (
            <section key={kind} className="manifest-kind">
              <h3>
                {word("kind", kind)} <span>{ofKind.length}</span>
              </h3>
              <ul>
                {ofKind.map((m) => (
                  <li key={m.manifest}>
                    <a
                      className="manifest-row"
                      data-closed={m.closed || undefined}
                      aria-current={place.open === m.manifest ? "page" : undefined}
                      href={hashOf({
                        ...NOWHERE,
                        conference,
                        section: "manifests",
                        open: m.manifest,
                      })}
                    >
                      <span className="manifest-row-title">{m.name.title}</span>
                      <code>{m.name.code}</code>
                      <span className="manifest-row-version">
                        {t("manifests.short", { version: m.version })}
                      </span>
                      {(m.closed || (kind !== "meal" && m.when)) && (
                        <span className="manifest-row-about">
                          {kind !== "meal" && m.when && localMoment(m.when, language)}
                          {m.closed && ` ${t("manifests.closed")}`}
                        </span>
                      )}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </nav>
    </div>
  );
}

const when = ({ header }: ManifestSummary): string =>
  header?.starts ?? header?.arrives ?? header?.departs ?? "";
