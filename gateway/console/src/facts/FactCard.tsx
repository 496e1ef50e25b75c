import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { isRefused } from "../api/problem";
import { useFocusBack } from "../desk/useFocusBack";
import { useWords } from "../i18n/I18n";
import { Icon, type IconName } from "../styles/Icon";

interface Props {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  readonly version?: number;
  readonly error?: unknown;
  readonly loading?: boolean;
  /** Which desks change it, for those who may not. */
  readonly owners?: readonly string[];
  readonly action?: { readonly label: string; readonly open: () => void };
  readonly editing?: boolean;
  readonly newer?: boolean;
  readonly form?: ReactNode;
  readonly children: ReactNode;
}

/** One fact about a person, its version, and the way to change it. */
export function FactCard(props: Props) {
  const { id, icon, title, version, error, loading, owners, action, editing, newer, form } = props;
  const { t, word, language } = useWords();
  const card = useFocusBack<HTMLElement>(!!editing, ".fact-action");
  const desks = owners?.map((role) => word("role", role)).join(language === "zh" ? "、" : ", ");
  return (
    <section ref={card} className="fact" data-fact={id} data-editing={editing || undefined}>
      <header>
        <Icon name={icon} />
        <h2>{title}</h2>
        {version !== undefined && (
          <span className="fact-version">{t("fact.version", { version })}</span>
        )}
        {action && !editing && (
          <Button className="fact-action" size="small" onClick={action.open}>
            {action.label}
          </Button>
        )}
        {!action && desks && (
          <span className="fact-owner">{t("fact.ownedBy", { desk: desks })}</span>
        )}
      </header>
      {loading && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {error ? (
        <p className="fact-none">{t(isRefused(error, 403) ? "fact.noRight" : "fact.unreadable")}</p>
      ) : (
        // The key makes a new version show itself for a moment.
        <div className="fact-body" key={version}>
          {props.children}
        </div>
      )}
      {newer && (
        <p className="fact-newer" role="status">
          {t("fact.changedMeanwhile")}
        </p>
      )}
      {form}
    </section>
  );
}
