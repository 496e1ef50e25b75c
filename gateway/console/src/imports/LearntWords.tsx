import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type KnownSynonym, removeSynonym, synonyms } from "../api/rosters";
import { Problem } from "../desk/Problem";
import { useDeed } from "../duty/useDeed";
import { useWords } from "../i18n/I18n";
import { useRole } from "../session/useRole";
import { useReadAgain } from "./useRosters";

interface Props {
  readonly conference: string;
  readonly office: string;
}

/** The words that the platform has learnt of an office and of all; a wrong one is taken back. */
export function LearntWords({ conference, office }: Props) {
  const { t } = useWords();
  const reads = useRole(conference, "read-synonyms") !== undefined;
  const { data, error } = useQuery({
    queryKey: ["of", conference, "rosters", "synonyms"],
    queryFn: ({ signal }) => synonyms(conference, signal),
    enabled: reads,
  });
  const found = (data ?? []).filter((s) => s.delegation === null || s.delegation === office);
  if (found.length === 0 && !error) {
    return null;
  }
  return (
    <details className="earlier learnt">
      <summary>{t("imports.learnt", { count: found.length })}</summary>
      {error && <Problem error={error} />}
      <p className="muted">{t("imports.learntHint")}</p>
      <ul>
        {found.map((s) => (
          <Word key={s.number} conference={conference} said={s} />
        ))}
      </ul>
    </details>
  );
}

interface WordProps {
  readonly conference: string;
  readonly said: KnownSynonym;
}

function Word({ conference, said }: WordProps) {
  const { t, word } = useWords();
  const role = useRole(conference, "remove-synonym");
  const again = useReadAgain(conference);
  const [sure, setSure] = useState(false);
  const { doing, sending, submit } = useDeed(again);
  const heads = said.kind === "HEADING" || said.kind === "NTH_HEADING";
  const means =
    said.meaning === "none"
      ? t("imports.unread")
      : heads
        ? word("rosterField", said.meaning)
        : said.meaning;
  return (
    <li data-synonym={said.number}>
      <q>{said.wording}</q> → <b>{means}</b>{" "}
      <span className="muted">
        {t(said.delegation === null ? "imports.ofAll" : "imports.ofOffice")}
      </span>
      {role && !sure && (
        <Button size="small" type="text" className="word-back" onClick={() => setSure(true)}>
          {t("imports.takeBack")}
        </Button>
      )}
      {role && sure && (
        <>
          <Button
            size="small"
            danger
            autoFocus
            className="word-back-sure"
            loading={sending}
            onClick={() =>
              submit(String(said.number), (key) =>
                removeSynonym(conference, said.number, { etag: "", key, reason: "", role }),
              )
            }
          >
            {t("imports.takeBackSure")}
          </Button>
          <Button size="small" type="text" disabled={sending} onClick={() => setSure(false)}>
            {t("form.cancel")}
          </Button>
        </>
      )}
      {doing.kind === "failed" && <Problem error={doing.error} />}
    </li>
  );
}
