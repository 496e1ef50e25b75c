import { useQueryClient } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useState } from "react";
import type { Answer } from "../api/http";
import type { Participant } from "../api/types";
import { Problem } from "../desk/Problem";
import { usePlace } from "../desk/usePlace";
import { type Drafts, Facts } from "../facts/Facts";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { PrintCard } from "../print/PrintCard";
import { RippleView } from "../ripple/RippleView";
import { Icon } from "../styles/Icon";
import { History } from "./History";
import { PersonDesk } from "./PersonDesk";
import type { Draft } from "./particulars";
import { useParticipants } from "./useParticipants";

export interface PersonDraft {
  readonly particulars?: { readonly seen: Participant; readonly values: Draft };
  readonly facts?: Drafts;
}

interface Props {
  readonly conference: string;
  readonly person: string;
  /** What was filled in in the table. */
  readonly draft?: PersonDraft;
  /** Told when what was filled in has been given or dropped. */
  readonly drop?: () => void;
}

/** One person: what is arranged now, and what the change that was just made does to the lists. */
export function PersonPanel({ conference, person, draft, drop }: Props) {
  const { t } = useWords();
  const [, go] = usePlace();
  const queries = useQueryClient();
  const known = useCatalogue(conference);
  const { data, error } = useParticipants(conference);
  const [made, setMade] = useState<{ change: string | null } | null>(null);
  const found = data?.find((p) => p.id === person);
  if (error) {
    return <Problem error={error} />;
  }
  if (!data) {
    return <Skeleton active paragraph={{ rows: 6 }} />;
  }
  if (!found) {
    return <p className="fact-none">{t("people.unknown")}</p>;
  }
  const host = found.companionOf && data.find((p) => p.id === found.companionOf);
  const about = [
    known.delegations.get(found.delegation)?.name ?? found.delegation,
    found.title,
  ].filter(Boolean);
  const corrected = ({ body, change }: Answer<Participant>) => {
    queries.setQueryData<Participant[]>(["of", conference, "participants"], (all) =>
      all?.some((p) => p.id === body.id)
        ? all.map((p) => (p.id === body.id ? body : p))
        : all && [...all, body],
    );
    setMade({ change });
  };
  return (
    <article className="person">
      <button type="button" className="quiet-button back" onClick={() => go({ section: "people" })}>
        <Icon name="back" /> {t("people.back")}
      </button>
      <header className="person-head">
        <h1>{found.name}</h1>
        {host && <span className="badge">{t("people.companionOf", { host: host.name })}</span>}
        {!found.attending && <span className="badge removed">{t("people.withdrawn")}</span>}
        <p>
          {about.join(" · ")}
          {found.phone && <span className="phone">{found.phone}</span>}
        </p>
        {found.attending && <PrintCard conference={conference} person={found} known={known} />}
      </header>
      <PersonDesk
        conference={conference}
        person={found}
        companions={data.filter((p) => p.companionOf === person && p.attending).length}
        changed={corrected}
        begun={() => setMade(null)}
        draft={draft?.particulars}
        drop={drop}
      />
      <Facts
        conference={conference}
        person={person}
        changed={(change) => setMade({ change })}
        begun={() => setMade(null)}
        drafts={draft?.facts}
        drop={drop}
      />
      {made && !made.change && (
        <p className="unchanged" role="status">
          {t("form.unchanged")}
        </p>
      )}
      {made?.change && (
        <RippleView
          key={made.change}
          conference={conference}
          change={made.change}
          close={() => setMade(null)}
        />
      )}
      <History conference={conference} person={person} />
    </article>
  );
}
