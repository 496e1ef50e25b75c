import { Problem } from "../../desk/Problem";
import { useWords } from "../../i18n/I18n";
import { localMoment } from "../../i18n/moments";
import type { Surroundings } from "../choices";
import { fieldName } from "../naming";
import { byDesk, type Candidate } from "./candidates";
import type { Handed } from "./useHanding";
import type { Verdict } from "./useMoving";

interface Props {
  readonly all: readonly Candidate[];
  readonly left: ReadonlySet<string>;
  readonly leave: (keys: readonly string[], left: boolean) => void;
  readonly mine: (one: Candidate) => boolean;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly handed: ReadonlyMap<string, Handed>;
  readonly about: Surroundings;
  /** Weighed or given: what was chosen stands. */
  readonly fixed: boolean;
}

/** What moves, desk by desk: one's own is changed here, others' are asked for. */
export function CandidateList(props: Props) {
  const { all, left, leave, mine, verdicts, handed, about, fixed } = props;
  const { t, word } = useWords();
  return byDesk(all).map(([desk, ones]) => {
    const own = ones.some(mine);
    const ticked = ones.filter((one) => !left.has(one.key)).length;
    const asked = handed.get(desk);
    return (
      <fieldset
        key={desk}
        className="moving-desk"
        data-desk={desk}
        data-own={own || undefined}
        disabled={fixed}
      >
        <legend>
          <label>
            <input
              type="checkbox"
              aria-label={t("moving.all", { desk: word("role", desk) })}
              checked={ticked === ones.length}
              ref={(box) => {
                if (box) {
                  box.indeterminate = ticked > 0 && ticked < ones.length;
                }
              }}
              onChange={(e) =>
                leave(
                  ones.map((one) => one.key),
                  !e.target.checked,
                )
              }
            />
            <b>{word("role", desk)}</b>
          </label>
          <span className="muted">{t("moving.ticked", { count: ticked, of: ones.length })}</span>
          {!own && <span className="badge">{t("moving.theirs")}</span>}
        </legend>
        <ul>
          {ones.map((one) => (
            <Row
              key={one.key}
              one={one}
              ticked={!left.has(one.key)}
              tick={(on) => leave([one.key], !on)}
              verdict={verdicts.get(one.key)}
              about={about}
            />
          ))}
        </ul>
        {asked && <Asked desk={desk} asked={asked} />}
      </fieldset>
    );
  });
}

interface RowProps {
  readonly one: Candidate;
  readonly ticked: boolean;
  readonly tick: (on: boolean) => void;
  readonly verdict: Verdict | undefined;
  readonly about: Surroundings;
}

function Row({ one, ticked, tick, verdict, about }: RowProps) {
  const words = useWords();
  const { t, language } = words;
  const { kind, move, key } = one;
  const refused = verdict && "error" in verdict ? verdict : null;
  return (
    <li data-entry={key} data-verdict={verdict?.kind}>
      <label>
        <input type="checkbox" checked={ticked} onChange={(e) => tick(e.target.checked)} />
        <span className="moving-what">
          <small>{t(`plankind.${kind.name}`)}</small>
          <b>{kind.title(move.entry, about.lists, words)}</b>
          <code>{kind.id(move.entry)}</code>
        </span>
        <span className="moving-when">
          {kind.fields
            .filter((f) => f.name in move.from)
            .map((f) => (
              <span key={f.name}>
                <small>{fieldName(f, t)}</small> {localMoment(move.from[f.name] ?? "", language)}
                {ticked && <b> → {localMoment(move.to[f.name] ?? "", language)}</b>}
              </span>
            ))}
          {one.follows === "arrivals" && <em>{t("moving.arrivals")}</em>}
        </span>
        {verdict && <span className="moving-verdict">{t(`verdict.${verdict.kind}`)}</span>}
      </label>
      {refused && refused.kind !== "unsure" && <Problem error={refused.error} />}
    </li>
  );
}

function Asked({ desk, asked }: { readonly desk: string; readonly asked: Handed }) {
  const { t, word } = useWords();
  switch (asked.kind) {
    case "asking":
      return <p className="muted">{t("moving.asking")}</p>;
    case "asked":
      return (
        <p className="moving-asked" role="status">
          {t("moving.asked", { desk: word("role", desk), count: asked.count })}
        </p>
      );
    case "failed":
      return <Problem error={asked.error} />;
  }
}
