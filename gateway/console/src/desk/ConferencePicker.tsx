import { useQueries } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { conference as readConference } from "../api/reads";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { rolesIn, useWho } from "../session/who";
import { Icon } from "../styles/Icon";
import { Mark } from "../styles/Mark";
import { AccountMenu, Preferences } from "./Preferences";
import { hashOf, NOWHERE } from "./place";

/** Only the conferences in which one has a role. */
export function ConferencePicker() {
  const { t, word, language } = useWords();
  const { me } = useWho();
  const found = useQueries({
    queries: me.conferences.map(({ id }) => ({
      queryKey: ["conference", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => readConference(id, signal),
    })),
  });
  // With the year: conferences of several years stand beside each other here.
  const days = ({ starts, ends }: { readonly starts: string; readonly ends: string }) =>
    t("conference.days", {
      year: starts.slice(0, 4),
      first: localMoment(starts.slice(0, 10), language),
      last: localMoment(ends.slice(0, 10), language),
    });
  return (
    <div className="picker">
      <header className="top">
        <div className="top-brand">
          <Mark size={26} />
          <span>{t("app.name")}</span>
        </div>
        <div className="top-end">
          <Preferences />
          <AccountMenu conference={null} />
        </div>
      </header>
      <main className="picker-main">
        <h1>{t("conference.choose")}</h1>
        <p className="muted">
          {t(me.conferences.length > 0 ? "conference.chooseHint" : "conference.none")}
        </p>
        <ul className="picker-list">
          {found.map(({ data, isLoading }, i) => {
            const id = me.conferences[i]?.id ?? "";
            if (isLoading) {
              return (
                <li key={id} className="picker-item">
                  <Skeleton active title paragraph={{ rows: 1 }} />
                </li>
              );
            }
            return (
              <li key={id}>
                <a className="picker-item" href={hashOf({ ...NOWHERE, conference: id })}>
                  <span className="picker-name">
                    {data?.name ?? id}
                    {data?.rehearsal && (
                      <span className="badge changed">{t("conference.rehearsal")}</span>
                    )}
                  </span>
                  <span className="muted">
                    {data && `${data.code} · ${days(data)} · `}
                    {rolesIn(me, id)
                      .map((role) => word("role", role))
                      .join(language === "zh" ? "、" : ", ")}
                  </span>
                  <Icon name="next" />
                </a>
              </li>
            );
          })}
        </ul>
      </main>
    </div>
  );
}
