import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { debts, feed } from "../api/telling";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { Countdown } from "../duty/Countdown";
import { useConferenceClock } from "../duty/clock";
import { contactName } from "../duty/matters";
import { useContacts } from "../duty/useDuty";
import { useWords } from "../i18n/I18n";
import { kindOf, manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { owedHere } from "./owed";

const SHOWN = 10;

/** Whoever has not acknowledged a list of this desk, the nearest deadline first. */
export function Unacknowledged({ conference }: { readonly conference: string }) {
  const words = useWords();
  const { t, word } = words;
  const known = useCatalogue(conference);
  const contacts = useContacts(conference);
  const reading = useConferenceClock(conference);
  const [all, setAll] = useState(false);
  const business = useQuery({
    queryKey: ["of", conference, "feed"],
    queryFn: ({ signal }) => feed(conference, signal),
  });
  const kinds = business.data?.kinds;
  const { data, error } = useQuery({
    queryKey: ["of", conference, "standings", "debts"],
    queryFn: ({ signal }) => debts(conference, null, signal),
  });
  const owed = owedHere(data ?? [], kinds ?? []);
  return (
    <section className="home-part" aria-label={t("home.unacknowledged")}>
      <header className="home-part-head">
        <h2>{t("home.unacknowledged")}</h2>
        {owed.length > 0 && <span className="count warn">{owed.length}</span>}
        {data && kinds && owed.length === 0 && (
          <span className="home-none">{t("home.allAcknowledged")}</span>
        )}
      </header>
      {(error ?? business.error) && <Problem error={error ?? business.error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 2 }} />}
      <ul className="home-rows">
        {owed.slice(0, all ? owed.length : SHOWN).map((s) => (
          <li key={`${s.contact} ${s.manifest}`}>
            <a
              className="home-row"
              href={hashOf({ ...NOWHERE, conference, section: "manifests", open: s.manifest })}
            >
              <span className="home-row-kind">{word("kind", kindOf(s.manifest) ?? "")}</span>
              <span className="home-row-title">{manifestName(s.manifest, known, words).title}</span>
              <span className="home-row-end">
                <Countdown due={s.due} reading={reading} />
              </span>
              <span className="home-row-about">
                {contactName(s.contact, contacts)} · {t("standing.told", { version: s.told })} ·{" "}
                {s.acknowledged > 0
                  ? t("standing.acknowledged", { version: s.acknowledged })
                  : t("standing.neverAcknowledged")}
                {s.ladderStep > 0 && ` · ${t("standing.escalated", { count: s.ladderStep })}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {!all && owed.length > SHOWN && (
        <Button type="link" onClick={() => setAll(true)}>
          {t("home.showAll", { count: owed.length })}
        </Button>
      )}
    </section>
  );
}
