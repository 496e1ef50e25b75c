import type { Roster } from "../api/rosters";
import { useWords } from "../i18n/I18n";
import { useFieldWords } from "./useFieldWords";

interface Props {
  readonly conference: string;
  /** As it was foreseen. */
  readonly roster: Roster;
}

/** What a roster would do to people: who is new, who is changed in what, whom it leaves out. */
export function DifferenceView({ conference, roster }: Props) {
  const { t, word, language } = useWords();
  const words = useFieldWords(conference);
  const { foreseen } = roster;
  if (!foreseen) {
    return null;
  }
  const missing = foreseen.items.filter((i) => i.kind === "missing");
  const disputed = foreseen.items.filter((i) => i.kind === "conflict");
  const waiting = foreseen.items.filter((i) => i.kind === "row");
  const comma = language === "zh" ? "、" : ", ";
  return (
    <section className="roster-difference" aria-label={t("imports.difference")}>
      <h3>{t("imports.difference")}</h3>
      <dl className="difference-sum">
        <Figure name="people" of={roster.people} mark="added" />
        <Figure name="updated" of={roster.updated} mark="changed" />
        <Figure name="missing" of={roster.missing} mark="removed" />
        <Figure name="queued" of={roster.queued - roster.missing} mark="changed" />
        <Figure name="unchanged" of={roster.unchanged} mark="" />
      </dl>
      {foreseen.newcomers.length > 0 && (
        <details open={foreseen.newcomers.length <= 12}>
          <summary>{t("imports.newPeople", { count: roster.people })}</summary>
          <ul className="difference-new">
            {foreseen.newcomers.map((p, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may bear one name
              <li key={n}>
                <b>{p.name}</b> <span>{word("rank", String(p.rank))}</span>
                {p.title && <span>{p.title}</span>}
                {p.companion && <span className="badge">{t("kin.yes")}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {foreseen.corrected.length > 0 && (
        <table className="difference-table">
          <caption>{t("imports.correctedPeople", { count: roster.updated })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("person.name")}</th>
              <th scope="col">{t("merge.field")}</th>
              <th scope="col">{t("imports.before")}</th>
              <th scope="col">{t("imports.after")}</th>
            </tr>
          </thead>
          <tbody>
            {foreseen.corrected.flatMap((p) =>
              Object.entries(p.fields).map(([field, { before, after }], n) => (
                <tr key={`${p.person} ${field}`}>
                  <th scope="row">{n === 0 ? p.name : <span className="unseen">{p.name}</span>}</th>
                  <td>{words.name(field)}</td>
                  <td>
                    <del>{words.say(field, before)}</del>
                  </td>
                  <td>
                    <ins>{words.say(field, after)}</ins>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      {missing.length > 0 && (
        <div className="difference-missing">
          <strong>{t("imports.missingPeople", { count: roster.missing })}</strong>
          <p>{missing.map((m) => m.name ?? m.person).join(comma)}</p>
          <p className="muted">{t("imports.missingHint")}</p>
        </div>
      )}
      {disputed.length > 0 && (
        <div className="difference-asks">
          <strong>{t("imports.disputed", { count: disputed.length })}</strong>
          <ul>
            {disputed.map((d) => (
              <li key={`${d.person} ${d.field}`}>
                <b>{d.name}</b> {words.name(d.field)}: {t("imports.fileSays")}{" "}
                {words.say(d.field, d.meaning ?? d.value)} · {t("imports.standsNow")}{" "}
                {words.say(d.field, d.present ?? "")}
              </li>
            ))}
          </ul>
        </div>
      )}
      {waiting.length > 0 && (
        <div className="difference-asks">
          <strong>{t("imports.waitingCells", { count: waiting.length })}</strong>
          <ul>
            {waiting.map((w) => (
              <li key={`${w.sheet} ${w.row} ${w.field}`}>
                <code>
                  {w.sheet && `${w.sheet}!`}
                  {w.column}
                  {w.row}
                </code>{" "}
                {words.name(w.field)} <q>{w.value}</q> · {word("waits", w.reason)}
              </li>
            ))}
          </ul>
          <p className="muted">{t("imports.waitingHint")}</p>
        </div>
      )}
    </section>
  );
}

interface FigureProps {
  readonly name: "people" | "updated" | "missing" | "queued" | "unchanged";
  readonly of: number;
  readonly mark: string;
}

function Figure({ name, of, mark }: FigureProps) {
  const { t } = useWords();
  return (
    <div data-none={of === 0 || undefined}>
      <dd className={of > 0 ? mark : ""}>{of}</dd>
      <dt>{t(`sum.${name}`)}</dt>
    </div>
  );
}
