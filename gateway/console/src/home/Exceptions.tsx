import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { type DeskException, exceptions } from "../api/telling";
import { Problem } from "../desk/Problem";
import { hashOf, NOWHERE } from "../desk/place";
import { useWords } from "../i18n/I18n";
import { useCatalogue } from "../manifests/useCatalogue";
import { useParticipants } from "../people/useParticipants";
import { targetOf, told } from "./exceptionStory";
import { TransferRow } from "./TransferRow";

interface Props {
  readonly conference: string;
  readonly service: string;
}

const SHOWN = 8;

/** What one service could accept and cannot be right: each leads to where it is mended. */
export function Exceptions({ conference, service }: Props) {
  const { t, word } = useWords();
  const [all, setAll] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["of", conference, "exceptions", service],
    queryFn: ({ signal }) => exceptions(conference, service, signal),
  });
  const title = t("home.exceptions", { desk: word("service", service) });
  const keyed = (data ?? []).map((exception, i) => ({
    exception,
    key: `${exception.transfer ?? i} ${exception.kind}`,
  }));
  return (
    <section className="home-part" aria-label={title} data-service={service}>
      <header className="home-part-head">
        <h2>{title}</h2>
        {data && data.length > 0 && <span className="count warn">{data.length}</span>}
        {data?.length === 0 && <span className="home-none">{t("home.noExceptions")}</span>}
      </header>
      {error && <Problem error={error} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 2 }} />}
      <ul className="home-rows">
        {keyed.slice(0, all ? keyed.length : SHOWN).map(({ exception, key }) => (
          <Row key={key} conference={conference} exception={exception} />
        ))}
      </ul>
      {!all && keyed.length > SHOWN && (
        <Button type="link" onClick={() => setAll(true)}>
          {t("home.showAll", { count: keyed.length })}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  readonly conference: string;
  readonly exception: DeskException;
}

function Row({ conference, exception }: RowProps) {
  const words = useWords();
  const known = useCatalogue(conference);
  const people = useParticipants(conference).data;
  const nameOf = (id: string) => people?.find((p) => p.id === id)?.name ?? id;
  const { whom, about } = told(exception, nameOf, known, words);
  const target = targetOf(exception);
  const content = (
    <>
      <span className="home-row-kind warn">{words.word("exception", exception.kind)}</span>
      <span className="home-row-title">{whom}</span>
      <span className="home-row-about">{about}</span>
    </>
  );
  const row = target ? (
    <a className="home-row" href={hashOf({ ...NOWHERE, conference, ...target })}>
      {content}
    </a>
  ) : (
    <div className="home-row">{content}</div>
  );
  return (
    <li>
      {typeof exception.transfer === "string" ? (
        <TransferRow conference={conference} id={exception.transfer} known={known}>
          {row}
        </TransferRow>
      ) : (
        row
      )}
    </li>
  );
}
