import { Skeleton } from "antd";
import { type ReactNode, useId } from "react";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";

/** What a panel has read, so far. */
export interface Asked {
  readonly may: boolean;
  readonly data: unknown;
  readonly error: Error | null;
}

interface Props {
  readonly title: string;
  readonly name: string;
  readonly asked: readonly Asked[];
  /** Where there is more of it. */
  readonly href?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** One picture of the boards; what one may not read, or what did not come, is said in its place. */
export function Panel({ title, name, asked, href, tools, children }: Props) {
  const { t } = useWords();
  const heading = useId();
  const error = asked.find((a) => a.error)?.error;
  const forbidden = asked.some((a) => !a.may);
  const waiting = asked.some((a) => a.data === undefined);
  return (
    <section className="panel" data-panel={name} aria-labelledby={heading}>
      <header className="panel-head">
        <h2 id={heading}>{href ? <a href={href}>{title}</a> : title}</h2>
        {!forbidden && tools}
      </header>
      {error && <Problem error={error} />}
      {forbidden ? (
        <p className="muted">{t("boards.notYours")}</p>
      ) : waiting ? (
        !error && <Skeleton active paragraph={{ rows: 4 }} />
      ) : (
        children
      )}
    </section>
  );
}
