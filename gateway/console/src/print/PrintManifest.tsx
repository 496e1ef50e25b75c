import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { manifestVersion } from "../api/reads";
import type { VersionNote } from "../api/types";
import { useWords } from "../i18n/I18n";
import { type Catalogue, kindOf } from "../manifests/naming";
import { Icon } from "../styles/Icon";
import { PrintCards } from "./PrintCards";

const ManifestSheet = lazy(() => import("./ManifestSheet"));

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
  const [printing, setPrinting] = useState(false);
  const done = useCallback(() => setPrinting(false), []);
  const { data } = useQuery({
    queryKey: ["of", conference, "manifest", manifest, "version", version],
    queryFn: ({ signal }) => manifestVersion(conference, manifest, version, signal),
    enabled: printing,
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() === "p" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        event.preventDefault();
        setPrinting(true);
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
        onClick={() => setPrinting(true)}
      >
        {t("paper.print")}
      </Button>
      {kindOf(manifest) === "session" && (
        <PrintCards conference={conference} manifest={manifest} version={version} known={known} />
      )}
      {data && printing && (
        <Suspense>
          <ManifestSheet
            conference={conference}
            content={data}
            note={note}
            known={known}
            done={done}
          />
        </Suspense>
      )}
    </span>
  );
}
