import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { manifestVersion } from "../api/reads";
import type { ManifestContent } from "../api/types";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { LinesTable } from "./LinesTable";
import { fieldOrder } from "./lines";
import { type Catalogue, fieldValue } from "./naming";

const FOREVER = Number.POSITIVE_INFINITY;

interface Props {
  readonly conference: string;
  readonly manifest: string;
  readonly version: number;
  readonly known: Catalogue;
}

/** A manifest as it was at a version. */
export function ManifestText({ conference, manifest, version, known }: Props) {
  const words = useWords();
  const { t, word, language } = words;
  const { data, error } = useQuery({
    // A version never changes, but whether more may come of its change does.
    queryKey: ["of", conference, "manifest", manifest, "version", version],
    queryFn: ({ signal }) => manifestVersion(conference, manifest, version, signal),
    staleTime: (query) => (query.state.data?.unfinished ? 0 : FOREVER),
    placeholderData: (previous) => previous,
  });
  if (error) {
    return <Problem error={error} />;
  }
  if (!data) {
    return <Skeleton active paragraph={{ rows: 8 }} />;
  }
  const lines = Object.keys(data.lines).length;
  const sum = total(data);
  const header = fieldOrder(Object.keys(data.header));
  return (
    <>
      <div className="manifest-state">
        {data.closed && <span className="badge removed">{t("manifests.closed")}</span>}
        {data.unfinished && <span className="badge changed">{t("manifests.unfinished")}</span>}
      </div>
      {header.length > 0 && (
        <dl className="manifest-header">
          {header.map((field) => (
            <div key={field}>
              <dt>{word("field", field)}</dt>
              <dd>{fieldValue(field, data.header[field] ?? "", known, words) || "–"}</dd>
            </div>
          ))}
          <div>
            <dt>{t("manifests.lineCount")}</dt>
            <dd>{lines.toLocaleString(language)}</dd>
          </div>
          {sum !== null && (
            <div>
              <dt>{t("manifests.total")}</dt>
              <dd>{sum.toLocaleString(language)}</dd>
            </div>
          )}
        </dl>
      )}
      {lines === 0 ? (
        <p className="fact-none">{t("manifests.empty")}</p>
      ) : (
        <LinesTable content={data} known={known} />
      )}
    </>
  );
}

/** Of a list that counts: how many in all. */
export function total({ lines }: ManifestContent): number | null {
  const figures = Object.values(lines).map((f) => f.count ?? f.seats);
  return figures.length > 0 && figures.every((f) => f !== undefined)
    ? figures.reduce((sum, f) => sum + Number(f), 0)
    : null;
}
