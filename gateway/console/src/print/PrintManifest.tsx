import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { manifestVersion } from "../api/reads";
import type { VersionNote } from "../api/types";
import { useWords } from "../i18n/I18n";
import { type Catalogue, kindOf } from "../manifests/naming";
import { Icon } from "../styles/Icon";

const ManifestSheet = lazy(() => import("./ManifestSheet"));
const TableCards = lazy(() => import("./TableCards"));

interface Props {
  readonly conference: string;
  readonly manifest: string;
  readonly version: number;
  readonly note: VersionNote | undefined;
  readonly known: Catalogue;
}

/** The list that is on the screen on paper, also by the browser's own key; of a session, table cards. */
export function PrintManifest({ conference, manifest, version, note, known }: Props) {
  const { t } = useWords();
  const [printing, setPrinting] = useState<"sheet" | "cards" | null>(null);
  const done = useCallback(() => setPrinting(null), []);
  const { data } = useQuery({
    queryKey: ["of", conference, "manifest", manifest, "version", version],
    queryFn: ({ signal }) => manifestVersion(conference, manifest, version, signal),
    enabled: printing !== null,
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() === "p" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        event.preventDefault();
        setPrinting("sheet");
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <span className="print-offers">
      <Button
        className="print-sheet"
        icon={<Icon name="print" />}
        onClick={() => setPrinting("sheet")}
      >
        {t("paper.print")}
      </Button>
      {kindOf(manifest) === "session" && (
        <Button className="print-cards" onClick={() => setPrinting("cards")}>
          {t("paper.cards")}
        </Button>
      )}
      {data && printing && (
        <Suspense>
          {printing === "sheet" ? (
            <ManifestSheet
              conference={conference}
              content={data}
              note={note}
              known={known}
              done={done}
            />
          ) : (
            <TableCards conference={conference} content={data} known={known} done={done} />
          )}
        </Suspense>
      )}
    </span>
  );
}
