import { memo, type RefObject } from "react";
import { useWords } from "../i18n/I18n";
import type { Catalogue } from "../manifests/naming";
import { Icon } from "../styles/Icon";
import { type Attending, DESKS, type Filter, NO_FILTER } from "./rows";
import { TableSelect } from "./TableSelect";

interface Props {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly typed: string;
  readonly type: (words: string) => void;
  readonly leave: () => void;
  readonly filter: Filter;
  readonly change: (filter: Filter) => void;
  readonly desk: string;
  readonly sit: (desk: string) => void;
  readonly known: Catalogue;
  readonly shown: number;
  readonly total: number;
  readonly close: () => void;
}

const RANKS = ["1", "2", "3", "4"];
const ATTENDING: Record<Attending, "table.attending" | "table.withdrawn" | "table.everybody"> = {
  attending: "table.attending",
  withdrawn: "table.withdrawn",
  all: "table.everybody",
};

/** Whom the table shows, and what of them. */
export const Toolbar = memo(function Toolbar(props: Props) {
  const { search, typed, type, leave, filter, change, desk, sit, known, shown, total, close } =
    props;
  const { t, word, language } = useWords();
  const number = (n: number) => n.toLocaleString(language);
  const narrowed = typed !== "" || filter !== NO_FILTER;
  return (
    <div className="table-bar" role="toolbar" aria-label={t("table.title")}>
      <div className="find-box">
        <Icon name="search" />
        <input
          ref={search}
          type="search"
          aria-label={t("people.search")}
          placeholder={t("people.searchHint")}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(e) => type(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === "ArrowDown" || (e.key === "Enter" && !e.nativeEvent.isComposing)) {
              e.preventDefault();
              leave();
            } else if (e.key === "Escape") {
              type("");
            }
          }}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </div>
      <TableSelect
        label={t("column.delegation")}
        value={filter.delegation}
        choose={(delegation) => change({ ...filter, delegation })}
        options={[
          ["", t("table.all")],
          ...[...known.delegations.values()].map((d) => [d.code, d.name] as const),
        ]}
      />
      <TableSelect
        label={t("column.rank")}
        value={filter.rank}
        choose={(rank) => change({ ...filter, rank })}
        options={[["", t("table.all")], ...RANKS.map((r) => [r, word("rank", r)] as const)]}
      />
      <TableSelect
        label={t("table.filterAttending")}
        value={filter.attending}
        choose={(attending) => change({ ...filter, attending: attending as Attending })}
        options={Object.entries(ATTENDING).map(([a, key]) => [a, t(key)] as const)}
      />
      <TableSelect
        label={t("table.desk")}
        value={desk}
        choose={sit}
        options={DESKS.map((d) => [d, word("role", d)] as const)}
      />
      <span className="table-count" role="status">
        {shown === total
          ? t("table.count", { count: number(total) })
          : t("table.some", { count: number(shown), total: number(total) })}
      </span>
      {narrowed && (
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            type("");
            change(NO_FILTER);
          }}
        >
          {t("table.clear")}
        </button>
      )}
      <button type="button" className="quiet-button table-close" onClick={close}>
        {t("table.close")}
      </button>
    </div>
  );
});
