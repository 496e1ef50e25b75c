import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { isRefused } from "../api/problem";
import { type CaseRecipient, caseFile } from "../api/telling";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { useFocusBack } from "../desk/useFocusBack";
import { Countdown } from "../duty/Countdown";
import { type Reading, useConferenceClock } from "../duty/clock";
import { contactName } from "../duty/matters";
import { useContacts } from "../duty/useDuty";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { roleFor } from "../session/useRole";
import { rolesIn, useWho } from "../session/who";
import { outstanding, toldLists } from "./caseStory";
import { SettleForm, type Settling } from "./SettleForm";
import "./telling.css";

interface Props {
  readonly conference: string;
  readonly change: string;
}

/** Who was to be told of a change, and how each of them stands, until it is closed. */
export function CaseView({ conference, change }: Props) {
  const words = useWords();
  const { t, word } = words;
  const known = useCatalogue(conference);
  const contacts = useContacts(conference);
  const reading = useConferenceClock(conference);
  const { me } = useWho();
  const roleOn = (manifest?: string) => roleFor("settle-case", rolesIn(me, conference), manifest);
  const [settling, setSettling] = useState<Settling | null>(null);
  const part = useFocusBack<HTMLElement>(settling !== null, ".case-head button");
  const { data, error } = useQuery({
    queryKey: ["of", conference, "case", change],
    queryFn: ({ signal }) => caseFile(conference, change, signal),
  });
  if (error) {
    return isRefused(error, 404) ? null : <Problem error={error} />;
  }
  if (!data) {
    return null;
  }
  const lists = toldLists(data);
  const settlingAs = settling ? roleOn(settling.manifest) : undefined;
  const settle = (what: Settling) => (roleOn(what.manifest) ? () => setSettling(what) : undefined);
  return (
    <section ref={part} className="case" data-state={data.state} aria-label={t("case.title")}>
      <header className="case-head">
        <h2>{t("case.title")}</h2>
        <span className={`badge ${data.state === "closed" ? "added" : "changed"}`}>
          {word("caseState", data.state)}
        </span>
        {data.outstanding > 0 && (
          <span className="muted">{t("case.outstanding", { count: data.outstanding })}</span>
        )}
        {data.outstanding > 0 && roleOn() && (
          <Button size="small" onClick={() => setSettling({})}>
            {t("case.settleAll")}
          </Button>
        )}
      </header>
      {settling && settlingAs && (
        <SettleForm
          conference={conference}
          change={change}
          settling={settling}
          role={settlingAs}
          about={
            settling.manifest
              ? `${contactName(settling.contact ?? "", contacts)} · ${manifestName(settling.manifest, known, words).title}`
              : t("case.everything", { count: data.outstanding })
          }
          close={() => setSettling(null)}
        />
      )}
      {lists.length === 0 && <p className="fact-none">{t("case.nobody")}</p>}
      {lists.map((list) => (
        <details key={list.manifest} className="case-list" open={list.open > 0}>
          <summary>
            <b>{manifestName(list.manifest, known, words).title}</b>{" "}
            <span className="muted">{t("manifests.version", { version: list.version })}</span>
            {list.open > 0 && (
              <span className="badge changed">{t("recipients.owing", { count: list.open })}</span>
            )}
          </summary>
          <a
            className="case-open"
            href={hashOf({
              ...NOWHERE,
              conference,
              section: "manifests",
              open: list.manifest,
              version: list.version,
              against: list.version - 1,
            })}
          >
            {t("ripple.openManifest", {
              manifest: manifestName(list.manifest, known, words).title,
              version: list.version,
            })}
          </a>
          <ul className="standings">
            {list.recipients.map((recipient) => (
              <Recipient
                key={recipient.contact}
                name={contactName(recipient.contact, contacts)}
                recipient={recipient}
                reading={reading}
                settle={settle({ contact: recipient.contact, manifest: list.manifest })}
              />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

interface RecipientProps {
  readonly name: string;
  readonly recipient: CaseRecipient;
  readonly reading: Reading | null;
  readonly settle: (() => void) | undefined;
}

function Recipient({ name, recipient, reading, settle }: RecipientProps) {
  const { t, word, language } = useWords();
  const { state, letters, acknowledgement, settlement } = recipient;
  const open = outstanding(recipient);
  return (
    <li className="standing" data-owes={open || undefined} data-contact={recipient.contact}>
      <div className="standing-head">
        <strong>{name}</strong>
        <span className="recipient-state" data-state={state}>
          {word("recipient", state)}
        </span>
        {open && <Countdown due={recipient.due} reading={reading} />}
      </div>
      <p className="standing-versions muted">
        {letters.map((l) => (
          <span key={l.letter}>
            {word("channel", l.channel)} {word("letter", l.state)}
            {l.sentAt && ` ${dayAndTime(l.sentAt, language)}`}
          </span>
        ))}
        {acknowledgement && (
          <span>
            {acknowledgement.name} · {word("how", acknowledgement.how)} ·{" "}
            {dayAndTime(acknowledgement.at, language)}
          </span>
        )}
        {settlement && (
          <span>
            {t("case.settledBy", { by: settlement.by, reason: settlement.reason })} ·{" "}
            {dayAndTime(settlement.at, language)}
          </span>
        )}
        {open && settle && (
          <Button size="small" onClick={settle}>
            {t("case.settle")}
          </Button>
        )}
      </p>
    </li>
  );
}
