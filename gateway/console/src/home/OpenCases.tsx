import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { type CaseBrief, cases } from "../api/telling";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { Countdown } from "../duty/Countdown";
import { useConferenceClock } from "../duty/clock";
import { useWords } from "../i18n/I18n";
import { clockTime } from "../i18n/moments";
import { rolesIn, useWho } from "../session/who";
import { casesHere } from "./openCases";

const SHOWN = 10;

/** Changes of one's own desk that are not through, or that not everybody knows of yet. */
export function OpenCases({ conference }: { readonly conference: string }) {
  const { t } = useWords();
  const { me } = useWho();
  const open = useQuery({
    queryKey: ["of", conference, "case", "list", "open"],
    queryFn: ({ signal }) => cases(conference, "open", signal),
  });
  const settled = useQuery({
    queryKey: ["of", conference, "case", "list", "settled"],
    queryFn: ({ signal }) => cases(conference, "settled", signal),
  });
  const error = open.error ?? settled.error;
  const found = casesHere(open.data ?? [], settled.data ?? [], rolesIn(me, conference), me.account);
  return (
    <section className="home-part" aria-label={t("home.cases")}>
      <header className="home-part-head">
        <h2>{t("home.cases")}</h2>
        {found.length > 0 && <span className="count">{found.length}</span>}
        {open.data && settled.data && found.length === 0 && (
          <span className="home-none">{t("home.noCases")}</span>
        )}
      </header>
      {error && <Problem error={error} />}
      {!(open.data && settled.data) && !error && <Skeleton active paragraph={{ rows: 2 }} />}
      <ul className="home-rows">
        {found.slice(0, SHOWN).map((c) => (
          <Row key={c.change.id} conference={conference} brief={c} />
        ))}
      </ul>
    </section>
  );
}

function Row({ conference, brief }: { readonly conference: string; readonly brief: CaseBrief }) {
  const { t, word } = useWords();
  const { me } = useWho();
  const reading = useConferenceClock(conference);
  const { change, state, outstanding, recipients, due } = brief;
  return (
    <li>
      <a
        className="home-row"
        href={hashOf({ ...NOWHERE, conference, section: "home", change: change.id })}
      >
        <span className={`home-row-kind ${state === "settled" ? "" : "warn"}`}>
          {word("caseState", state)}
        </span>
        <span className="home-row-title">
          #{change.n} {word("action", change.action)}
        </span>
        <span className="home-row-end">
          <Countdown due={due} reading={reading} />
        </span>
        <span className="home-row-about">
          {change.actor === me.account ? t("changes.yours") : change.actor} ·{" "}
          {word("role", change.role)}
          {change.receivedAt && ` · ${clockTime(change.receivedAt)}`}
          {recipients > 0 &&
            ` · ${t("case.outstandingOf", { count: outstanding, of: recipients })}`}
          {change.reason && ` · ${change.reason}`}
        </span>
      </a>
    </li>
  );
}
