import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { feed, markFeed } from "../api/telling";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { useDeed } from "../duty/useDeed";
import { useAgain } from "../duty/useDuty";
import { useWords } from "../i18n/I18n";
import { clockTime } from "../i18n/moments";
import { type Catalogue, kindOf, manifestName } from "../manifests/naming";
import { useCatalogue } from "../manifests/useCatalogue";
import { actionsOf, type Since, sinceByManifest } from "./since";

const SHOWN = 12;

/** What changed for one's desk since one last looked, list by list. */
export function News({ conference }: { readonly conference: string }) {
  const { t } = useWords();
  const known = useCatalogue(conference);
  const again = useAgain(conference);
  const [all, setAll] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["of", conference, "feed"],
    queryFn: ({ signal }) => feed(conference, signal),
  });
  const { doing, sending, submit } = useDeed(() => {
    setAll(false);
    again("feed");
  });
  const lists = sinceByManifest(data?.entries ?? []);
  const mark = (n: number) => submit(String(n), () => markFeed(conference, n));
  return (
    <section className="home-part" aria-label={t("home.news")}>
      <header className="home-part-head">
        <h2>{t("home.news")}</h2>
        {data && lists.length > 0 && (
          <span className="count">{t("changes.lists", { count: lists.length })}</span>
        )}
        {data && lists.length > 0 && (
          <Button
            type="primary"
            className="home-seen"
            loading={sending}
            onClick={() => mark(data.next)}
          >
            {t(data.more ? "home.seenThese" : "home.seen")}
          </Button>
        )}
        {data && lists.length === 0 && <span className="home-none">{t("home.noNews")}</span>}
      </header>
      {error && <Problem error={error} />}
      {doing.kind === "failed" && <Problem error={doing.error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 3 }} />}
      <ul className="home-rows">
        {lists.slice(0, all ? lists.length : SHOWN).map((since) => (
          <Row key={since.manifest} conference={conference} since={since} known={known} />
        ))}
      </ul>
      {!all && lists.length > SHOWN && (
        <Button type="link" onClick={() => setAll(true)}>
          {t("home.showAll", { count: lists.length })}
        </Button>
      )}
      {data?.more && (
        <p className="muted">
          {t("home.moreNews")}{" "}
          <Button type="link" size="small" onClick={() => mark(data.latest)}>
            {t("home.skipToNow")}
          </Button>
        </p>
      )}
    </section>
  );
}

interface RowProps {
  readonly conference: string;
  readonly since: Since;
  readonly known: Catalogue;
}

function Row({ conference, since, known }: RowProps) {
  const words = useWords();
  const { t, word, language } = words;
  const { manifest, from, to, changes } = since;
  const name = manifestName(manifest, known, words);
  const kind = kindOf(manifest);
  const last = changes[changes.length - 1];
  const desks = [...new Set(changes.map((c) => word("role", c.role)))];
  return (
    <li>
      <a
        className="home-row"
        data-manifest={manifest}
        href={hashOf({
          ...NOWHERE,
          conference,
          section: "manifests",
          open: manifest,
          version: to,
          against: from,
        })}
      >
        <span className="home-row-kind">{kind && word("kind", kind)}</span>
        <span className="home-row-title">
          {name.title} {since.closed && <span className="badge">{t("manifests.closed")}</span>}
        </span>
        <span className="home-row-end">
          {from === 0 ? t("home.new", { to }) : t("home.versions", { from, to })}
        </span>
        <span className="home-row-about">
          {actionsOf(changes)
            .slice(0, 3)
            .map(([action, count]) =>
              count > 1 ? `${word("action", action)} ×${count}` : word("action", action),
            )
            .join(language === "zh" ? "、" : ", ")}
          {" · "}
          {desks.join(language === "zh" ? "、" : ", ")}
          {last?.receivedAt && ` · ${clockTime(last.receivedAt)}`}
          {last?.reason && ` · ${last.reason}`}
        </span>
      </a>
    </li>
  );
}
