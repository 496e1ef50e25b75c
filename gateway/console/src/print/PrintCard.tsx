import { Button } from "antd";
import { lazy, Suspense, useCallback, useState } from "react";
import { type PersonalLinks, personalLinks } from "../api/telling";
import type { Participant } from "../api/types";
import { useWords } from "../i18n/I18n";
import type { Catalogue } from "../manifests/naming";
import { useRole } from "../session/useRole";
import { Icon } from "../styles/Icon";
import { PrintAgain } from "./PrintAgain";

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
  const [asking, setAsking] = useState(false);
  /** What is about already, and so has to be asked. */
  const [standing, setStanding] = useState<PersonalLinks | null>(null);
  const done = useCallback(() => setPrinting(false), []);
  const begin = async () => {
    if (!mayIssue) {
      setPrinting(true);
      return;
    }
    setAsking(true);
    // Where it cannot be said what is about, the card is printed: no old one is voided by that.
    const found = await personalLinks(conference, person.id).catch(() => null);
    setAsking(false);
    if (found && found.links > 0) {
      setStanding(found);
    } else {
      setPrinting(true);
    }
  };
  const print = () => {
    setStanding(null);
    setPrinting(true);
  };
  return (
    <>
      <Button
        size="small"
        className="print-card"
        icon={<Icon name="print" />}
        loading={asking}
        onClick={begin}
      >
        {t("paper.card")}
      </Button>
      {standing && (
        <PrintAgain
          conference={conference}
          person={person.id}
          standing={standing}
          print={print}
          cancel={() => setStanding(null)}
        />
      )}
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
