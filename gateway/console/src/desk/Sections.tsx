import { useState } from "react";
import { useWords } from "../i18n/I18n";
import { Icon } from "../styles/Icon";
import { hashOf, NOWHERE, type Section } from "./place";
import { usePlace } from "./usePlace";
import "./sections.css";

/** As many as fit beside each other at the foot of a phone. */
const SLOTS = 5;

interface Props {
  readonly conference: string;
  readonly sections: readonly Section[];
}

/** The rooms of the console; on a phone those that do not fit are behind one button. */
export function Sections({ conference, sections }: Props) {
  const { t } = useWords();
  const [place] = usePlace();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const here = hashOf(place);
  const open = openAt === here;
  const first = sections.length > SLOTS ? SLOTS - 1 : sections.length;
  const link = (section: Section, later: boolean) => (
    <a
      key={section}
      className={`top-link ${section}`}
      href={hashOf({ ...NOWHERE, conference, section })}
      aria-current={place.section === section ? "page" : undefined}
      data-later={later || undefined}
    >
      <Icon name={section} />
      <span>{t(`nav.${section}`)}</span>
    </a>
  );
  return (
    <nav className="top-nav" aria-label={t("nav.label")} data-open={open || undefined}>
      {sections.slice(0, first).map((section) => link(section, false))}
      {first < sections.length && (
        <button
          type="button"
          className="top-link top-more"
          aria-expanded={open}
          aria-current={sections.indexOf(place.section) >= first ? "true" : undefined}
          onClick={() => setOpenAt(open ? null : here)}
        >
          <Icon name="more" />
          <span>{t("nav.more")}</span>
        </button>
      )}
      {sections.slice(first).map((section) => link(section, true))}
    </nav>
  );
}
