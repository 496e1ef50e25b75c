import { Button } from "antd";
import type { RefObject } from "react";
import { useWords } from "../i18n/I18n";
import { Icon } from "../styles/Icon";
import type { Deed, Kind } from "./kinds";
import { PlanTabs } from "./PlanTabs";
import type { Standing } from "./rows";
import { type DeskTables, deedsOf } from "./tables";

interface Props {
  readonly conference: string;
  readonly kind: Kind;
  readonly tables: readonly DeskTables[];
  readonly search: RefObject<HTMLInputElement | null>;
  readonly typed: string;
  readonly type: (words: string) => void;
  readonly leave: () => void;
  readonly standing: Standing;
  readonly stand: (standing: Standing) => void;
  readonly mine: readonly string[];
  readonly begin: (deed: Deed) => void;
  /** Many are to move together; undefined where one may not. */
  readonly shift?: () => void;
}

const STANDINGS: readonly Standing[] = ["all", "standing", "cancelled"];

/** Which table, what of it, and what can be planned anew. */
export function PlanToolbar(props: Props) {
  const {
    conference,
    kind,
    tables,
    search,
    typed,
    type,
    leave,
    standing,
    stand,
    mine,
    begin,
    shift,
  } = props;
  const { t, word } = useWords();
  const cancels = kind.deeds.some((d) => d.does === "cancel" && d.action !== "remove-standby");
  return (
    <>
      <PlanTabs conference={conference} kind={kind} tables={tables} />
      {!kind.single && (
        <div className="table-bar" role="toolbar" aria-label={t(`plankind.${kind.name}`)}>
          <div className="find-box">
            <Icon name="search" />
            <input
              ref={search}
              type="search"
              aria-label={t("plan.search")}
              placeholder={t("plan.search")}
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
          {cancels && (
            <label className="table-select">
              <span>{t("plan.standing")}</span>
              <select value={standing} onChange={(e) => stand(e.target.value as Standing)}>
                {STANDINGS.map((s) => (
                  <option key={s} value={s}>
                    {t(`planstanding.${s}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div className="plan-new">
            {shift && (
              <Button size="small" data-doing="shift" onClick={shift}>
                {t("shift.begin")}
              </Button>
            )}
            {deedsOf(kind, null, mine).map((deed) => (
              <Button
                key={deed.action}
                type="primary"
                size="small"
                data-doing={deed.action}
                onClick={() => begin(deed)}
              >
                {word("action", deed.action)}
              </Button>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
