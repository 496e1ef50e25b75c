import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { difference } from "../api/reads";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { HeaderDifferences, LineDifferences } from "./LineDifferences";
import { counts, type LineKind } from "./lines";
import type { Catalogue } from "./naming";

const KINDS: readonly LineKind[] = ["removed", "changed", "added"];

interface Props {
  readonly conference: string;
  readonly manifest: string;
  readonly from: number;
  readonly to: number;
  readonly known: Catalogue;
}

/** What differs between any two versions of a manifest. */
export function ManifestDifferenceView({ conference, manifest, from, to, known }: Props) {
  const { t } = useWords();
  const { data, error } = useQuery({
    queryKey: ["of", conference, "manifest", manifest, "difference", from, to],
    queryFn: ({ signal }) => difference(conference, manifest, from, to, signal),
    placeholderData: (previous) => previous,
  });
  if (error) {
    return <Problem error={error} />;
  }
  if (!data) {
    return <Skeleton active paragraph={{ rows: 6 }} />;
  }
  const found = counts(data.lines);
  const same = Object.keys(data.header).length === 0 && KINDS.every((kind) => found[kind] === 0);
  return (
    <section className="manifest-difference" aria-label={t("manifests.difference")}>
      <p className="difference-counts">
        {KINDS.filter((kind) => found[kind] > 0).map((kind) => (
          <span key={kind} className={`badge ${kind}`}>
            {t(`line.${kind}`)} {found[kind]}
          </span>
        ))}
      </p>
      {same ? (
        <p className="fact-none">{t("manifests.same")}</p>
      ) : (
        <>
          <HeaderDifferences header={data.header} known={known} />
          <LineDifferences manifest={manifest} lines={data.lines} known={known} />
        </>
      )}
    </section>
  );
}
