import { Skeleton } from "antd";
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { Problem } from "../desk/Problem";
import { usePlace } from "../desk/usePlace";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { Icon } from "../styles/Icon";
import { type Findable, findable, found, joined } from "./finding";
import { useParticipants } from "./useParticipants";
import { useSearch } from "./useSearch";
import { useSlash } from "./useSlash";
import { useWindow } from "./useWindow";
import "./people.css";

const ROW = 56;

/** Finds a person among thousands as one types. */
export function PeopleList({ conference }: { readonly conference: string }) {
  const { t, language } = useWords();
  const [place, go] = usePlace();
  const known = useCatalogue(conference);
  const { data, error, isLoading } = useParticipants(conference);
  const [asked, setAsked] = useState("");
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const words = useDeferredValue(asked);
  const all = useMemo(() => findable(data ?? [], known.delegations), [data, known.delegations]);
  const there = useSearch(conference, words);
  const hits = useMemo(() => joined(all, found(all, words), there), [all, words, there]);
  const view = useWindow(hits.length, ROW);

  useSlash(input);
  useEffect(() => {
    if (words !== "") {
      setActive(0);
    }
  }, [words]);

  const open = (hit: Findable | undefined) => hit && go({ section: "people", open: hit.person.id });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(hits.length - 1, to));
      setActive(next);
      view.reveal(next);
    } else if (event.key === "Enter") {
      open(hits[active]);
    } else if (event.key === "Escape") {
      setAsked("");
    }
  };

  return (
    <div className="find">
      <div className="find-box">
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-label={t("people.search")}
          aria-expanded="true"
          aria-controls="people"
          aria-autocomplete="list"
          aria-activedescendant={hits[active] ? `p-${hits[active].person.id}` : undefined}
          placeholder={t("people.searchHint")}
          autoComplete="off"
          spellCheck={false}
          value={asked}
          onChange={(e) => setAsked(e.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </div>
      <div className="find-count">
        <span role="status">
          {data &&
            t(words ? "people.found" : "people.count", {
              count: hits.length.toLocaleString(language),
            })}
        </span>
        <button
          type="button"
          className="quiet-button find-wide"
          onClick={() => go({ section: "people", wide: true, open: place.open })}
        >
          {t("table.open")}
        </button>
      </div>
      {isLoading && <Skeleton className="find-wait" active paragraph={{ rows: 8 }} />}
      {error && <Problem error={error} />}
      {data && hits.length === 0 && <p className="find-none">{t("people.none")}</p>}
      <div
        id="people"
        role="listbox"
        aria-label={t("people.results")}
        className="find-list"
        ref={view.frame}
        onScroll={view.onScroll}
      >
        <div className="find-rows" style={{ height: hits.length * ROW }}>
          {hits.slice(view.from, view.to).map((hit, i) => {
            const at = view.from + i;
            return (
              <Row
                key={hit.person.id}
                hit={hit}
                top={at * ROW}
                active={asked !== "" && at === active}
                opened={hit.person.id === place.open}
                open={() => {
                  setActive(at);
                  open(hit);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly hit: Findable;
  readonly top: number;
  readonly active: boolean;
  readonly opened: boolean;
  readonly open: () => void;
}

/** The keys are taken by the search field, which says which one is active. */
function Row({ hit, top, active, opened, open }: RowProps) {
  const { t, word } = useWords();
  const { person, delegation } = hit;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a combobox: the field has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div
      id={`p-${person.id}`}
      role="option"
      aria-selected={opened}
      className="person-row"
      data-active={active || undefined}
      data-gone={!person.attending || undefined}
      style={{ top, height: ROW }}
      onClick={open}
    >
      <span className="person-row-name">
        {person.name}
        {person.companionOf && <span className="badge">{t("people.companion")}</span>}
        {!person.attending && <span className="badge removed">{t("people.withdrawn")}</span>}
      </span>
      <span className="person-row-side">{word("rank", String(person.rank))}</span>
      <span className="person-row-about">
        {delegation}
        {person.title && ` · ${person.title}`}
      </span>
    </div>
  );
}
