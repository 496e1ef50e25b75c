import { Skeleton } from "antd";
import { useState } from "react";
import { Problem } from "../desk/Problem";
import { usePlace } from "../desk/usePlace";
import { Facts } from "../facts/Facts";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { RippleView } from "../ripple/RippleView";
import { Icon } from "../styles/Icon";
import { useParticipants } from "./useParticipants";

interface Props {
  readonly conference: string;
  readonly person: string;
}

/** One person: what is arranged now, and what the change that was just made does to the lists. */
export function PersonPanel({ conference, person }: Props) {
  const { t, word } = useWords();
  const [, go] = usePlace();
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
    word("rank", String(found.rank)),
    found.gender === "F" ? t("people.gender.F") : t("people.gender.M"),
  ].filter(Boolean);
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
      </header>
      <Facts
        conference={conference}
        person={person}
        changed={(change) => setMade({ change })}
        begun={() => setMade(null)}
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
    </article>
  );
}
