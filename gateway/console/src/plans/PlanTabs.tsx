import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { Icon } from "../styles/Icon";
import type { Kind } from "./kinds";
import { placeOfMoving } from "./moving/places";
import type { DeskTables } from "./tables";
import "./tabs.css";

interface Props {
  readonly conference: string;
  readonly tables: readonly DeskTables[];
  /** Null: what moves together is open, and no table. */
  readonly kind: Kind | null;
}

/** Every table desk by desk, and what moves across them. */
export function PlanTabs({ conference, tables, kind }: Props) {
  const { t, word } = useWords();
  const at = (open: string) => hashOf({ ...NOWHERE, conference, section: "plans", open });
  return (
    <nav className="plan-tabs" aria-label={t("nav.plans")}>
      <a
        className="plan-tabs-moving"
        href={at(placeOfMoving())}
        aria-current={kind ? undefined : "page"}
      >
        <Icon name="clock" /> {t("moving.title")}
      </a>
      {tables.map(({ desk, kinds }) => (
        <div key={desk} className="plan-tabs-desk" data-desk={desk}>
          <span>{word("role", desk)}</span>
          {kinds.map((k) => (
            <a key={k.name} href={at(k.name)} aria-current={k === kind ? "page" : undefined}>
              {t(`plankind.${k.name}`)}
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}
