import { lazy, memo, Suspense } from "react";
import { useWords } from "../i18n/I18n";
import { type PersonDraft, PersonPanel } from "../people/PersonPanel";
import { Icon } from "../styles/Icon";

const ChangePanel = lazy(() => import("../changes/ChangePanel"));

/** What was filled in in the table and is to be seen in the panel; `n` counts them. */
export interface Given {
  readonly n: number;
  readonly draft?: PersonDraft;
}

interface Props {
  readonly conference: string;
  readonly person: string | null;
  readonly change: string | null;
  readonly given: Given;
  readonly drop: () => void;
  readonly close: () => void;
}

/** Beside the table: the person that is opened, or what a change has touched. */
export const TableSide = memo(function TableSide(props: Props) {
  const { conference, person, change, given, drop, close } = props;
  const { t } = useWords();
  return (
    <aside
      className="table-side"
      aria-label={t("table.side")}
      onKeyDown={(e) => {
        // A form in it is put away first.
        if (e.key === "Escape" && !(e.target as HTMLElement).closest("form")) {
          close();
        }
      }}
    >
      <button
        type="button"
        className="quiet-button icon-button table-side-close"
        aria-label={t("table.sideClose")}
        title={t("table.sideClose")}
        onClick={close}
      >
        <Icon name="close" />
      </button>
      <Suspense>
        {change ? (
          <ChangePanel key={change} conference={conference} change={change} />
        ) : (
          person && (
            <PersonPanel
              key={`${person} ${given.n}`}
              conference={conference}
              person={person}
              draft={given.draft}
              drop={drop}
            />
          )
        )}
      </Suspense>
    </aside>
  );
});
