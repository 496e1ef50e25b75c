import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { debts, letters } from "../api/telling";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { Icon } from "../styles/Icon";
import { channelsOf } from "../telling/channels";
import { StandingRow } from "../telling/StandingRow";
import { useConferenceClock } from "./clock";
import { LetterLine } from "./LetterBoard";
import { useContacts } from "./useDuty";
import "../telling/telling.css";

interface Props {
  readonly conference: string;
  readonly contact: string;
}

const LETTERS = 30;

/** One recipient: how to reach them, what they owe, and what became of their letters. */
export function ContactDesk({ conference, contact }: Props) {
  const words = useWords();
  const { t, word, language } = words;
  const known = useCatalogue(conference);
  const reading = useConferenceClock(conference);
  const person = useContacts(conference).get(contact);
  const owed = useQuery({
    queryKey: ["of", conference, "standings", "debts", contact],
    queryFn: ({ signal }) => debts(conference, contact, signal),
  });
  const sent = useQuery({
    queryKey: ["of", conference, "letters", contact],
    queryFn: ({ signal }) => letters(conference, contact, LETTERS, signal),
  });
  return (
    <section className="board" aria-label={person?.name || contact}>
      <header className="board-head">
        <h1>{person?.name || contact}</h1>
        {person && <span className="badge">{word("contactRole", person.role)}</span>}
      </header>
      {person?.phone && (
        <a className="call-number" href={`tel:${person.phone}`}>
          <Icon name="call" size={20} /> {person.phone}
        </a>
      )}
      {person && (
        <p className="muted">
          {t("contact.reachedBy", {
            channels: channelsOf(person)
              .map((c) => word("channel", c))
              .join(language === "zh" ? "、" : ", "),
          })}
          {person.email && ` · ${person.email}`}
        </p>
      )}
      <h2>{t("contact.owes")}</h2>
      {owed.error && <Problem error={owed.error} />}
      {!owed.data && !owed.error && <Skeleton active paragraph={{ rows: 3 }} />}
      {owed.data?.length === 0 && <p className="fact-none">{t("contact.owesNothing")}</p>}
      <ul className="standings">
        {owed.data?.map((s) => (
          <StandingRow
            key={s.manifest}
            conference={conference}
            standing={s}
            reading={reading}
            head={
              <a
                href={hashOf({
                  ...NOWHERE,
                  conference,
                  section: "manifests",
                  open: s.manifest,
                  version: s.told,
                  against: s.acknowledged,
                })}
              >
                {manifestName(s.manifest, known, words).title}
              </a>
            }
          />
        ))}
      </ul>
      <h2>{t("contact.letters")}</h2>
      {sent.error && <Problem error={sent.error} />}
      {sent.data?.length === 0 && <p className="fact-none">{t("matter.noLetter")}</p>}
      <ul className="letters">
        {sent.data?.map((letter) => (
          <li key={letter.id}>
            <LetterLine letter={letter} known={known} />
          </li>
        ))}
      </ul>
    </section>
  );
}
