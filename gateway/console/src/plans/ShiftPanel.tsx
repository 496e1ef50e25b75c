import { Button, Input, InputNumber } from "antd";
import { type FormEvent, useCallback, useId, useState } from "react";
import { Problem } from "../desk/Problem";
import { Choice } from "../facts/Choice";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { ImpactView } from "../impact/ImpactView";
import type { Surroundings } from "./choices";
import type { Entry, Kind } from "./kinds";
import { fieldName } from "./naming";
import { moveOf } from "./shifting";
import { useShift } from "./useShift";

const MOST_MINUTES = 14 * 24 * 60;
const HALF_AN_HOUR = 30;
const LONGEST_REASON = 200;

interface Props {
  readonly conference: string;
  readonly kind: Kind;
  readonly about: Surroundings;
  /** What the table shows: what is to move is found there first. */
  readonly rows: readonly Entry[];
  readonly role: string;
  readonly given: (entry: Entry) => void;
  readonly close: () => void;
}

/** An opening that moves takes others along: many plans, earlier or later by the same time. */
export default function ShiftPanel(props: Props) {
  const { conference, kind, about, rows, role, given, close } = props;
  const words = useWords();
  const { t, language } = words;
  const [way, setWay] = useState("later");
  const [minutes, setMinutes] = useState<number | null>(HALF_AN_HOUR);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const moved = useCallback(
    (entry: Entry) => {
      // What has moved is not to move again with what is left.
      setLeft((was) => new Set(was).add(kind.id(entry)));
      given(entry);
    },
    [kind, given],
  );
  const { shifting, weigh, submit } = useShift(kind, conference, moved);
  const id = useId();
  const by = (minutes ?? 0) * (way === "later" ? 1 : -1);
  const moves = rows.map((row) => moveOf(kind, row, by)).filter((m) => m !== null);
  const chosen = moves.filter((m) => !left.has(kind.id(m.entry)));
  const content = JSON.stringify([by, reason, chosen.map((m) => [kind.id(m.entry), m.to])]);
  const busy = shifting.kind === "weighing" || shifting.kind === "giving";
  const weighed = shifting.kind === "weighed" && shifting.all.content === content ? shifting : null;
  const failed = shifting.kind === "failed" ? shifting : null;
  const unsure = failed?.unsure ?? null;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    if (unsure) {
      void submit(unsure);
    } else if (weighed) {
      void submit(weighed.all);
    } else if (by !== 0 && chosen.length > 0) {
      void weigh({ moves: chosen, reason, role, content });
    }
  };
  if (shifting.kind === "given") {
    return (
      <div className="plan-shift">
        <p role="status" className="plan-shifted">
          {t("shift.given", { count: shifting.count })}
        </p>
        <Button onClick={close}>{t("shift.close")}</Button>
      </div>
    );
  }
  return (
    <form className="order plan-shift" onSubmit={onSubmit}>
      <fieldset className="plan-shift" disabled={busy || unsure !== null}>
        <Choice
          label={t("shift.way")}
          value={way}
          choose={setWay}
          options={[
            { value: "later", label: t("shift.later") },
            { value: "earlier", label: t("shift.earlier") },
          ]}
        />
        <div className="order-field">
          <label htmlFor={`${id}-minutes`}>{t("shift.minutes")}</label>
          <InputNumber
            id={`${id}-minutes`}
            autoFocus
            min={1}
            max={MOST_MINUTES}
            precision={0}
            step={5}
            value={minutes}
            onChange={setMinutes}
          />
        </div>
        <fieldset className="plan-moves">
          <legend>{t("shift.chosen", { count: chosen.length, of: moves.length })}</legend>
          {(unsure?.moves ?? moves).map(({ entry, from, to }) => (
            <label key={kind.id(entry)} data-entry={kind.id(entry)}>
              <input
                type="checkbox"
                checked={!left.has(kind.id(entry))}
                onChange={() => setLeft(toggled(left, kind.id(entry)))}
              />
              <span>
                <b>{kind.title(entry, about.lists, words)}</b>
                {kind.fields
                  .filter((f) => f.name in from)
                  .map((f) => (
                    <small key={f.name}>
                      {fieldName(f, t)} {localMoment(from[f.name] ?? "", language)}
                      {!left.has(kind.id(entry)) && ` → ${localMoment(to[f.name] ?? "", language)}`}
                    </small>
                  ))}
              </span>
            </label>
          ))}
        </fieldset>
        <div className="order-field">
          <label htmlFor={`${id}-reason`}>{t("form.reason")}</label>
          <Input
            id={`${id}-reason`}
            value={reason}
            maxLength={LONGEST_REASON}
            placeholder={t("form.reasonHint")}
            onChange={(e) => setReason(e.target.value)}
          />
        </div>
      </fieldset>
      {failed && (
        <>
          {failed.given && (
            <p className="plan-caution" role="status">
              {t("shift.stopped", { what: kind.title(failed.at.entry, about.lists, words) })}
            </p>
          )}
          <Problem error={failed.error} />
        </>
      )}
      {weighed && (
        <div className="order-impact">
          <p className="muted">{t("shift.each", { count: weighed.all.moves.length })}</p>
          <ImpactView conference={conference} impact={weighed.impact} />
        </div>
      )}
      <div className="order-end">
        <Button
          type="primary"
          htmlType="submit"
          className={weighed ? "order-confirm" : "order-weigh"}
          loading={busy}
          disabled={!unsure && (by === 0 || chosen.length === 0)}
        >
          {busy
            ? t("shift.progress", { done: shifting.done, of: shifting.of })
            : t(weighed ? "impact.confirm" : failed ? "form.again" : "impact.ask")}
        </Button>
        <Button onClick={close} disabled={busy}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}

function toggled(left: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(left);
  if (!next.delete(id)) {
    next.add(id);
  }
  return next;
}
