import { Button, Skeleton } from "antd";
import { useState } from "react";
import { type CallSheet, takeCall } from "../api/duty";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { clockTime } from "../i18n/moments";
import { type Catalogue, manifestName } from "../manifests/naming";
import { useRole } from "../session/useRole";
import { useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { CallForm } from "./CallForm";
import { Age, Countdown } from "./Countdown";
import type { Reading } from "./clock";
import { useDeed } from "./useDeed";
import { useAgain, useCall } from "./useDuty";

interface Props {
  readonly conference: string;
  readonly sheet: CallSheet;
  readonly known: Catalogue;
  readonly reading: Reading | null;
  /** Whether it is the only one that is looked at. */
  readonly opened: boolean;
}

/** One call: the number large, what to read out, and what came of it. */
export function CallCard({ conference, sheet, known, reading, opened }: Props) {
  const words = useWords();
  const { t, word } = words;
  const { me } = useWho();
  const role = useRole(conference, "report-call") ?? "";
  const again = useAgain(conference);
  const [answering, setAnswering] = useState(opened);
  const taking = useDeed(() => {
    again("duty");
    setAnswering(true);
  });
  const whole = useCall(conference, sheet.id, opened || answering);
  const name = manifestName(sheet.manifest, known, words);
  const mine = sheet.assignedTo === me.account;
  const take = (takeOver: boolean) =>
    taking.submit(`${takeOver}`, (key) => takeCall(conference, sheet.id, takeOver, { key, role }));
  return (
    <article className="call" data-urgency={sheet.urgency} data-id={sheet.id}>
      <header className="call-head">
        <div>
          <p className="call-whom">
            {sheet.contact === "" ? t("call.nobodyReceives") : sheet.name || sheet.contact}
            {sheet.role && <span className="badge">{word("contactRole", sheet.role)}</span>}
          </p>
          {sheet.number ? (
            <a className="call-number" href={`tel:${sheet.number}`}>
              <Icon name="call" size={20} /> {sheet.number}
            </a>
          ) : (
            <p className="call-no-number">
              {t(sheet.contact === "" ? "call.tellSomebody" : "call.noNumber")}
            </p>
          )}
        </div>
        <div className="call-when">
          <Countdown due={sheet.due} reading={reading} />
          <span className="muted">
            {t("duty.openFor")} <Age since={sheet.openedAt} reading={reading} />
            {sheet.reminded > 0 && ` · ${t("call.reminded", { count: sheet.reminded })}`}
          </span>
        </div>
      </header>
      {sheet.leftOnRed && (
        <p className="problem">
          <strong>
            {t("call.leftOnRed", { trip: sheet.leftOnRed, plate: sheet.plate ?? "" })}
          </strong>
        </p>
      )}
      <p className="call-about">
        <a href={hashOf({ ...NOWHERE, conference, section: "manifests", open: sheet.manifest })}>
          {name.title === name.code ? sheet.title || name.code : name.title}
        </a>{" "}
        <span className="muted">
          {sheet.fromVersion > 0
            ? t("call.versions", { from: sheet.fromVersion, to: sheet.toVersion })
            : t("call.firstVersion", { to: sheet.toVersion })}
        </span>
      </p>
      {!answering && whole.data && <ReadOut lines={whole.data.readOut} />}
      {whole.error && <Problem error={whole.error} />}
      {sheet.attempts.length > 0 && (
        <ul className="call-attempts">
          {sheet.attempts.map((a) => (
            <li key={`${a.at} ${a.by}`}>
              <time dateTime={a.at}>{clockTime(a.at)}</time> {a.by} {word("callOutcome", a.outcome)}
              {a.note && ` · ${a.note}`}
            </li>
          ))}
        </ul>
      )}
      {taking.doing.kind === "failed" && <Problem error={taking.doing.error} />}
      {answering && !whole.data && !whole.error && <Skeleton active paragraph={{ rows: 3 }} />}
      {answering && whole.data && (
        <CallForm
          conference={conference}
          sheet={whole.data}
          role={role}
          close={() => setAnswering(false)}
        />
      )}
      {!answering && (
        <div className="order-end">
          {mine ? (
            <Button type="primary" onClick={() => setAnswering(true)}>
              {t("call.report")}
            </Button>
          ) : sheet.assignedTo ? (
            <>
              <span className="badge changed">
                {t("duty.heldBy", { account: sheet.assignedTo })}
              </span>
              <Button onClick={() => take(true)} loading={taking.sending}>
                {t("call.takeOver")}
              </Button>
            </>
          ) : (
            <Button type="primary" onClick={() => take(false)} loading={taking.sending}>
              {t("call.take")}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

/** What is said on the phone, word by word. */
export function ReadOut({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useWords();
  return lines.length === 0 ? null : (
    <section className="read-out" aria-label={t("call.readOut")}>
      <h3>{t("call.readOut")}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
