import { Skeleton } from "antd";
import type { Letter } from "../api/telling";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { type Catalogue, manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { usePhase } from "./clock";
import { lost, madeUpFor } from "./letterStory";
import { contactName } from "./matters";
import { useContacts, useLetters } from "./useDuty";
import "./shared.css";

/** Letters that did not arrive, or of which nobody knows whether they did. */
export function LetterBoard({ conference }: { readonly conference: string }) {
  const { t } = useWords();
  const known = useCatalogue(conference);
  const contacts = useContacts(conference);
  const phase = usePhase(conference).data;
  const { data, error } = useLetters(conference);
  const shown = lost(data ?? []);
  return (
    <section className="board" aria-label={t("duty.letters")}>
      <header className="board-head">
        <h1>{t("duty.letters")}</h1>
        {data && <span className="muted">{t("letters.ofLatest", { count: data.length })}</span>}
      </header>
      {phase?.rehearsal && <p className="muted">{t("letters.rehearsal")}</p>}
      {error && <Problem error={error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data && shown.length === 0 && <p className="fact-none">{t("letters.none")}</p>}
      <ul className="letters">
        {shown.map((letter) => (
          <li key={letter.id}>
            <a
              className="letter-whom"
              href={hashOf({
                ...NOWHERE,
                conference,
                section: "duty",
                open: `debt:${letter.contact}`,
              })}
            >
              {contactName(letter.contact, contacts)}
            </a>
            <LetterLine letter={letter} known={known} />
            {madeUpFor(letter, data ?? []) && (
              <span className="badge added">{t("letters.madeUp")}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Line {
  readonly letter: Letter;
  readonly known: Catalogue;
}

/** What became of a letter, and what was in it. */
export function LetterLine({ letter, known }: Line) {
  const words = useWords();
  const { word, language, t } = words;
  const at = letter.settledAt ?? letter.sentAt ?? letter.plannedAt;
  return (
    <span className="letter-line">
      <span className="letter-state" data-state={letter.state}>
        {word("letter", letter.state)}
      </span>
      <span>{word("channel", letter.channel)}</span>
      <time dateTime={at}>{dayAndTime(at, language)}</time>
      {letter.reason && <span>{word("reason", letter.reason)}</span>}
      {letter.attempts > 1 && <span>{t("letters.attempts", { count: letter.attempts })}</span>}
      <span className="muted">
        {letter.items
          .map(
            (i) =>
              `${manifestName(i.manifest, known, words).title} ${t("manifests.version", { version: i.toVersion })}`,
          )
          .join(language === "zh" ? "、" : ", ")}
      </span>
    </span>
  );
}
