import { useWords } from "../i18n/I18n";
import { useRole } from "../session/useRole";
import { useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { Mark } from "../styles/Mark";
import { LineLamp } from "./LineBanner";
import { AccountMenu, Preferences } from "./Preferences";
import { hashOf, NOWHERE, type Section } from "./place";
import { usePlace } from "./usePlace";

interface Props {
  readonly conference: string;
  readonly name: string;
  readonly rehearsal: boolean;
}

const SECTIONS: readonly Section[] = ["home", "duty", "people", "plans", "manifests", "changes"];

export function TopBar({ conference, name, rehearsal }: Props) {
  const { t } = useWords();
  const { me } = useWho();
  const [place] = usePlace();
  const watches = useRole(conference, "read-duty") !== undefined;
  const sections = SECTIONS.filter((s) => s !== "duty" || watches);
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
      <nav className="top-nav" aria-label={t("nav.label")}>
        {sections.map((section) => (
          <a
            key={section}
            className={`top-link ${section}`}
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
        <Preferences />
        <AccountMenu conference={conference} />
      </div>
    </header>
  );
}
