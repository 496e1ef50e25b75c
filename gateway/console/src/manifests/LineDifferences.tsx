import { useMemo } from "react";
import type { FieldChange, Fields, LineChange } from "../api/types";
import { useWords } from "../i18n/I18n";
import {
  type FieldDifference,
  fieldOrder,
  headerDifferences,
  type LineDifference,
  type LineKind,
  lineDifferences,
} from "./lines";
import { type Catalogue, fieldValue, lineName } from "./naming";
import "./lines.css";

const SIGNS: Record<LineKind, string> = { removed: "−", added: "+", changed: "~" };

interface Props {
  readonly manifest: string;
  readonly lines: Readonly<Record<string, LineChange>>;
  readonly known: Catalogue;
  readonly limit?: number;
}

/** Lines struck out, changed field by field, and added. */
export function LineDifferences({ manifest, lines, known, limit }: Props) {
  const differences = useMemo(() => lineDifferences(lines), [lines]);
  return (
    <ul className="differences">
      {differences.slice(0, limit).map((d) => (
        <Line key={d.key} manifest={manifest} difference={d} known={known} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly manifest: string;
  readonly difference: LineDifference;
  readonly known: Catalogue;
}

function Line({ manifest, difference, known }: LineProps) {
  const words = useWords();
  const { key, kind, fields, differences } = difference;
  const name = lineName(manifest, key, fields, known, words);
  return (
    <li className={`difference ${kind}`}>
      <span className="difference-sign" aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <span className="unseen">{words.t(`line.${kind}`)}: </span>
      {kind === "removed" ? (
        <s>
          <b>{name}</b> <Particulars fields={fields} known={known} />
        </s>
      ) : (
        <span>
          <b>{name}</b>{" "}
          {kind === "changed" ? (
            <Fieldwise differences={differences} known={known} />
          ) : (
            <Particulars fields={fields} known={known} />
          )}
        </span>
      )}
    </li>
  );
}

function Particulars({ fields, known }: { readonly fields: Fields; readonly known: Catalogue }) {
  const words = useWords();
  const shown = fieldOrder(Object.keys(fields)).filter((f) => f !== "name" && fields[f]);
  return (
    <span className="particulars">
      {shown.map((field) => (
        <span key={field} title={words.word("field", field)}>
          {fieldValue(field, fields[field] ?? "", known, words)}
        </span>
      ))}
    </span>
  );
}

interface FieldwiseProps {
  readonly differences: readonly FieldDifference[];
  readonly known: Catalogue;
}

function Fieldwise({ differences, known }: FieldwiseProps) {
  const words = useWords();
  const said = (field: string, value: string | null) =>
    value ? fieldValue(field, value, known, words) : "–";
  return (
    <span className="fieldwise">
      {differences.map(({ field, before, after }) => (
        <span key={field}>
          <span className="fieldwise-name">{words.word("field", field)}</span>{" "}
          <s>{said(field, before)}</s>
          <span aria-hidden="true"> → </span>
          <ins>{said(field, after)}</ins>
        </span>
      ))}
    </span>
  );
}

interface HeaderProps {
  readonly header: Readonly<Record<string, FieldChange>>;
  readonly known: Catalogue;
}

/** What a manifest says of itself, as far as it differs. */
export function HeaderDifferences({ header, known }: HeaderProps) {
  const { t } = useWords();
  const differences = headerDifferences(header);
  return differences.length === 0 ? null : (
    <p className="difference changed header">
      <span className="difference-sign" aria-hidden="true">
        ~
      </span>
      <span>
        <b>{t("line.header")}</b> <Fieldwise differences={differences} known={known} />
      </span>
    </p>
  );
}
