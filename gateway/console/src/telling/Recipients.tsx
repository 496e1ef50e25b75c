import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { letters, recipientsOf, type Standing, standingsOf } from "../api/telling";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { useConferenceClock, usePhase } from "../duty/clock";
import { LetterLine } from "../duty/LetterBoard";
import { aboutManifest } from "../duty/letterStory";
import { contactName } from "../duty/matters";
import { useContacts } from "../duty/useDuty";
import { useWords } from "../i18n/I18n";
import type { Catalogue } from "../manifests/naming";
import { useRole } from "../session/useRole";
import { channelsOf } from "./channels";
import { recipients } from "./recipients";
import { StandingRow } from "./StandingRow";
import "./telling.css";

interface Props {
  readonly conference: string;
  readonly manifest: string;
  readonly known: Catalogue;
}

/** Who receives a manifest, what they were told of, and what they have acknowledged. */
export function Recipients({ conference, manifest, known }: Props) {
  const { t } = useWords();
  const may = useRole(conference, "read-standings") !== undefined;
  const reading = useConferenceClock(conference);
  const live = usePhase(conference).data?.live ?? false;
  const contacts = useContacts(conference);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const standings = useQuery({
    queryKey: ["of", conference, "standings", manifest],
    queryFn: ({ signal }) => standingsOf(conference, manifest, signal),
    enabled: may,
  });
  const receive = useQuery({
    queryKey: ["of", conference, "standings", manifest, "recipients"],
    queryFn: ({ signal }) => recipientsOf(conference, manifest, signal),
    enabled: may,
  });
  if (!may) {
    return null;
  }
  const all = recipients(manifest, standings.data ?? [], receive.data ?? []);
  const owing = all.filter((s) => s.active && s.told > s.acknowledged).length;
  const open = chosen ?? owing > 0;
  return (
    <section className="recipients" data-owing={owing || undefined}>
      <button
        type="button"
        className="recipients-head"
        aria-expanded={open}
        onClick={() => setChosen(!open)}
      >
        <span>{t("recipients.title", { count: all.length })}</span>
        {owing > 0 ? (
          <span className="badge changed">{t("recipients.owing", { count: owing })}</span>
        ) : (
          live && all.length > 0 && <span className="badge added">{t("recipients.allKnow")}</span>
        )}
      </button>
      {(standings.error ?? receive.error) && <Problem error={standings.error ?? receive.error} />}
      {open && standings.data && receive.data && (
        <>
          {all.length === 0 && <p className="fact-none">{t("recipients.none")}</p>}
          {!live && all.length > 0 && <p className="muted">{t("duty.planning")}</p>}
          <ul className="standings">
            {all.map((standing) => (
              <StandingRow
                key={standing.contact}
                conference={conference}
                standing={standing}
                reading={reading}
                head={<Whom conference={conference} code={standing.contact} contacts={contacts} />}
              >
                <Fate conference={conference} standing={standing} known={known} />
              </StandingRow>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface WhomProps {
  readonly conference: string;
  readonly code: string;
  readonly contacts: ReturnType<typeof useContacts>;
}

function Whom({ conference, code, contacts }: WhomProps) {
  const { word, language } = useWords();
  const mayAct = useRole(conference, "read-duty") !== undefined;
  const contact = contacts.get(code);
  const name = contactName(code, contacts);
  return (
    <span className="standing-whom">
      {mayAct ? (
        <a href={hashOf({ ...NOWHERE, conference, section: "duty", open: `debt:${code}` })}>
          {name}
        </a>
      ) : (
        <strong>{name}</strong>
      )}
      {contact && (
        <span className="muted">
          {word("contactRole", contact.role)} ·{" "}
          {channelsOf(contact)
            .map((c) => word("channel", c))
            .join(language === "zh" ? "、" : ", ")}
        </span>
      )}
      {contact?.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
    </span>
  );
}

const LETTERS = 100;
const SHOWN = 2;

interface FateProps {
  readonly conference: string;
  readonly standing: Standing;
  readonly known: Catalogue;
}

/** What became of the letters that told somebody of this manifest. */
function Fate({ conference, standing, known }: FateProps) {
  const { t } = useWords();
  const { contact, manifest } = standing;
  const { data } = useQuery({
    queryKey: ["of", conference, "letters", contact, LETTERS],
    queryFn: ({ signal }) => letters(conference, contact, LETTERS, signal),
  });
  const about = aboutManifest(data ?? [], contact, manifest).map((letter) => ({
    ...letter,
    items: letter.items.filter((i) => i.manifest === manifest),
  }));
  return data && about.length === 0 ? (
    <p className="muted">{t("matter.noLetter")}</p>
  ) : (
    <ul className="letters small">
      {about.slice(0, SHOWN).map((letter) => (
        <li key={letter.id}>
          <LetterLine letter={letter} known={known} />
        </li>
      ))}
      {about.length > SHOWN && (
        <li className="muted">{t("letters.earlier", { count: about.length - SHOWN })}</li>
      )}
    </ul>
  );
}
