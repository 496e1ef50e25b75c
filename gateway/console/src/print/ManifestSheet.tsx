import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { conference as readConference } from "../api/reads";
import type { ManifestContent, VersionNote } from "../api/types";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { nameOf, rowsOf } from "../manifests/LinesTable";
import { fieldOrder } from "../manifests/lines";
import { total } from "../manifests/ManifestText";
import { type Catalogue, fieldValue, kindOf, manifestName } from "../manifests/naming";
import { contentHash, shortHash } from "./contentHash";
import { Paper } from "./Paper";

interface Props {
  readonly conference: string;
  readonly content: ManifestContent;
  readonly note: VersionNote | undefined;
  readonly known: Catalogue;
  readonly done: () => void;
}

/** On a bus one ticks who is aboard. */
const TICKED = ["trip"];

/** One version of one manifest for the printer: all its lines, whatever the screen shows of them. */
export default function ManifestSheet({ conference, content, note, known, done }: Props) {
  const words = useWords();
  const { t, word, language } = words;
  const [hash, setHash] = useState<string | null | undefined>(undefined);
  const facts = useQuery({
    queryKey: ["conference", conference],
    queryFn: ({ signal }) => readConference(conference, signal),
  }).data;
  useEffect(() => {
    let wanted = true;
    contentHash(content).then(
      (found) => wanted && setHash(found),
      () => wanted && setHash(null),
    );
    return () => {
      wanted = false;
    };
  }, [content]);

  const { manifest, version } = content;
  const kind = kindOf(manifest) ?? "";
  const name = manifestName(manifest, known, words);
  const rows = rowsOf(content, known, words);
  const fields = fieldOrder(Object.values(content.lines).flatMap((f) => Object.keys(f)));
  const columns = fields.filter((field) => field !== "name");
  const header = fieldOrder(Object.keys(content.header));
  const sum = total(content);
  const made = note ? t("manifests.cutAt", { time: dayAndTime(note.cutAt, language) }) : "";
  const checked = hash ? t("paper.hash", { hash: shortHash(hash) }) : "";
  const ticked = TICKED.includes(kind);
  return (
    <Paper
      ready={hash !== undefined && facts !== undefined}
      done={done}
      running={{
        topLeft: `${facts?.name ?? ""} · ${word("kind", kind)} · ${name.title}`,
        topRight: t("manifests.version", { version }),
        bottomLeft: [made, checked].filter(Boolean).join(" · "),
        page: [t("paper.page"), t("paper.pageOf"), t("paper.pageEnd")],
      }}
    >
      <article className="sheet" data-manifest={manifest} data-version={version}>
        <header className="sheet-head">
          <div>
            <p>{facts?.name}</p>
            <h1>
              {name.title} <small>{word("kind", kind)}</small>
            </h1>
          </div>
          <p className="sheet-version">{t("manifests.version", { version })}</p>
        </header>
        {content.closed && <p className="sheet-warning">{t("manifests.closed")}</p>}
        {content.unfinished && <p className="sheet-warning">{t("manifests.unfinished")}</p>}
        <dl className="sheet-facts">
          <div>
            <dt>{t("paper.code")}</dt>
            <dd>{name.code}</dd>
          </div>
          {header.map((field) => (
            <div key={field}>
              <dt>{word("field", field)}</dt>
              <dd>{fieldValue(field, content.header[field] ?? "", known, words) || "–"}</dd>
            </div>
          ))}
          <div>
            <dt>{t("manifests.lineCount")}</dt>
            <dd>{rows.length.toLocaleString(language)}</dd>
          </div>
          {sum !== null && (
            <div>
              <dt>{t("manifests.total")}</dt>
              <dd>{sum.toLocaleString(language)}</dd>
            </div>
          )}
        </dl>
        {rows.length === 0 ? (
          <p>{t("manifests.empty")}</p>
        ) : (
          <table className="sheet-lines">
            <thead>
              <tr>
                <th scope="col">{t("paper.number")}</th>
                <th scope="col">{word("field", nameOf(manifest, fields))}</th>
                {columns.map((field) => (
                  <th key={field} scope="col">
                    {word("field", field)}
                  </th>
                ))}
                {ticked && <th scope="col">{t("paper.tick")}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr key={row.key}>
                  <td className="sheet-number">{i + 1}</td>
                  <th scope="row">{row.name}</th>
                  {columns.map((field) => (
                    <td key={field}>
                      {fieldValue(field, row.fields[field] ?? "", known, words) || "–"}
                    </td>
                  ))}
                  {ticked && <td className="sheet-tick">□</td>}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </article>
    </Paper>
  );
}
