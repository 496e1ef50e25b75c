import { useWords } from "../i18n/I18n";
import { useRole } from "../session/useRole";
import { useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { Mark } from "../styles/Mark";
import { KeyHelp } from "./KeyHelp";
import { LineLamp } from "./LineBanner";
import { AccountMenu, Preferences } from "./Preferences";
import { hashOf, NOWHERE, SECTIONS, type Section } from "./place";
import { Sections } from "./Sections";

interface Props {
  readonly conference: string;
  readonly name: string;
  readonly rehearsal: boolean;
}

export function TopBar({ conference, name, rehearsal }: Props) {
  const { t } = useWords();
  const { me } = useWho();
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
      <Sections conference={conference} sections={SECTIONS.filter((s) => !hidden.includes(s))} />
      <div className="top-end">
        <LineLamp />
        <KeyHelp />
        <Preferences />
        <AccountMenu conference={conference} />
      </div>
    </header>
  );
}
