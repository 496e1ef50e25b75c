import { Button } from "antd";
import { lazy, Suspense, useCallback, useState } from "react";
import type { Participant } from "../api/types";
import { useWords } from "../i18n/I18n";
import type { Catalogue } from "../manifests/naming";
import { useRole } from "../session/useRole";
import { Icon } from "../styles/Icon";

const ServiceCard = lazy(() => import("./ServiceCard"));

interface Props {
  readonly conference: string;
  readonly person: Participant;
  readonly known: Catalogue;
}

/** Prints what one person needs to find hall, table, bed and bus. */
export function PrintCard({ conference, person, known }: Props) {
  const { t } = useWords();
  const mayIssue = useRole(conference, "issue-personal-link") !== undefined;
  const [printing, setPrinting] = useState(false);
  const done = useCallback(() => setPrinting(false), []);
  return (
    <>
      <Button
        size="small"
        className="print-card"
        icon={<Icon name="print" />}
        onClick={() => setPrinting(true)}
      >
        {t("paper.card")}
      </Button>
      {printing && (
        <Suspense>
          <ServiceCard
            conference={conference}
            person={person}
            known={known}
            mayIssue={mayIssue}
            done={done}
          />
        </Suspense>
      )}
    </>
  );
}
