import { useWords } from "../i18n/I18n";
import { useRole } from "../session/useRole";
import { useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { Mark } from "../styles/Mark";
import { KeyHelp } from "./KeyHelp";
import { LineLamp } from "./LineBanner";
import { AccountMenu, Preferences } from "./Preferences";
import { hashOf, NOWHERE, SECTIONS, type Section } from "./place";
import { useEdges } from "./useEdges";
import { usePlace } from "./usePlace";

interface Props {
  readonly conference: string;
  readonly name: string;
  readonly rehearsal: boolean;
}

export function TopBar({ conference, name, rehearsal }: Props) {
  const { t } = useWords();
  const { me } = useWho();
  const [place] = usePlace();
  const watches = useRole(conference, "read-duty") !== undefined;
  const counts = useRole(conference, "read-arrivals") !== undefined;
  const clerk = useRole(conference, "import-roster") !== undefined;
  const arranges = useRole(conference, "read-contacts") !== undefined;
  const hidden: readonly Section[] = [
    ...(arranges ? [] : ["notices" as const]),
    ...(watches ? [] : ["duty" as const]),
    ...(counts ? [] : ["boards" as const]),
    ...(clerk ? [] : ["imports" as const]),
  ];
  const nav = useEdges<HTMLElement>(place.section);
  const sections = SECTIONS.filter((s) => !hidden.includes(s));
  return (
    <header className="top">
      <div className="top-brand">
        <Mark size={26} />
        {me.conferences.length > 1 ? (
          <a
            className="top-conference"
            href={hashOf(NOWHERE)}
            title={t("conference.switch")}
            aria-label={`${name}. ${t("conference.switch")}`}
          >
            <span>{name}</span>
            <Icon name="down" size={12} />
          </a>
        ) : (
          <span className="top-conference">
            <span>{name}</span>
          </span>
        )}
        {rehearsal && <span className="badge changed">{t("conference.rehearsal")}</span>}
      </div>
      <nav ref={nav} className="top-nav" aria-label={t("nav.label")}>
        {sections.map((section) => (
          <a
            key={section}
            className={`top-link ${section}`}
            data-at={section}
            href={hashOf({ ...NOWHERE, conference, section })}
            aria-current={place.section === section ? "page" : undefined}
          >
            <Icon name={section} />
            <span>{t(`nav.${section}`)}</span>
          </a>
        ))}
      </nav>
      <div className="top-end">
        <LineLamp />
        <KeyHelp />
        <Preferences />
        <AccountMenu conference={conference} />
      </div>
    </header>
  );
}
