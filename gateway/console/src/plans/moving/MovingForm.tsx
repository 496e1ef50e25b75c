import { Button, Input, InputNumber } from "antd";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Retiming } from "../../api/retimings";
import { Choice } from "../../facts/Choice";
import { useWords } from "../../i18n/I18n";
import { ImpactView } from "../../impact/ImpactView";
import { useRole } from "../../session/useRole";
import { rolesIn, useWho } from "../../session/who";
import type { Surroundings } from "../choices";
import { FieldInput } from "../FieldInput";
import type { Entry, Kind } from "../kinds";
import { KINDS, rolesFor } from "../tables";
import { AnswerForm } from "./AnswerForm";
import { AskedBanner } from "./AskedBanner";
import { CandidateList } from "./CandidateList";
import { byDesk, type Candidate, candidates, MOVING, ofKeys, type Window } from "./candidates";
import { minutesOf, type Span, spanOf } from "./span";
import { useHanding } from "./useHanding";
import { tally, useMoving } from "./useMoving";

const MOST_DAYS = 13;
const MOST_MINUTES = 24 * 60 - 1;
const LONGEST_REASON = 200;
const FROM = { name: "windowFrom", label: "movingFrom", shape: "moment" } as const;
const TO = { name: "windowTo", label: "movingTo", shape: "moment" } as const;

interface Props {
  readonly conference: string;
  readonly about: Surroundings;
  /** Whose move takes the others along. */
  readonly event: { readonly kind: Kind; readonly entry: Entry } | null;
  readonly window: Window;
  /** Another desk has asked for it. */
  readonly asked: Retiming | null;
  readonly near: string;
  readonly given: (one: Candidate, body: Entry) => void;
}

export function MovingForm(props: Props) {
  const { conference, about, event, asked, near, given } = props;
  const words = useWords();
  const { t } = words;
  const { me } = useWho();
  const roles = rolesIn(me, conference);
  const asks = useRole(conference, "ask-retiming");
  const [window, setWindow] = useState(props.window);
  const [span, setSpan] = useState<Span>(() => spanOf(asked?.minutes ?? 30));
  const [reason, setReason] = useState(asked?.reason ?? "");
  /** What somebody has ticked or not, against what is usual. */
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const moving = useMoving(conference, given);
  const { stage, verdicts, impact } = moving;
  const { handed, hand, forget } = useHanding(conference, asks);
  const confirm = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (stage === "weighed") {
      confirm.current?.focus({ preventScroll: true });
    }
  }, [stage]);

  const minutes = minutesOf(span);
  const kinds = MOVING.map((name) => KINDS[name]);
  const fresh = asked
    ? ofKeys(kinds, about.lists, asked.plans, minutes)
    : candidates(kinds, about.lists, window, minutes);
  const [frozen, setFrozen] = useState<readonly Candidate[] | null>(null);
  const all = frozen ?? fresh;
  const roleOf = (one: Candidate) => rolesFor(one.move.deed.action, roles)[0];
  const mine = (one: Candidate) => roleOf(one) !== undefined;
  const left = new Set(
    all
      .filter((one) => !(said.get(one.key) ?? (one.follows === "programme" || asked !== null)))
      .map((one) => one.key),
  );
  const chosen = all.filter((one) => !left.has(one.key));
  const own = chosen.filter(mine);
  const others = byDesk(chosen.filter((one) => !mine(one)));
  const busy = stage === "weighing" || stage === "giving";
  const ends = tally(verdicts);
  const unhanded = asks ? others.filter(([desk]) => handed.get(desk)?.kind !== "asked") : [];
  const through = stage === "given" && ends.unsure === 0 && unhanded.length === 0;

  const weigh = () => {
    setFrozen(all);
    void moving.weigh({
      ones: own,
      reason,
      roles: Object.fromEntries(own.map((one) => [one.kind.desk, roleOf(one) ?? ""])),
    });
  };
  const giveAll = async () => {
    await moving.submit();
    for (const [desk, ones] of unhanded) {
      await hand(desk, ones, minutes, reason);
    }
  };
  const back = () => {
    // What has moved is not to move again with what is left.
    setSaid(
      new Map([
        ...said,
        ...[...verdicts].flatMap(([key, v]) => (v.kind === "done" ? [[key, false] as const] : [])),
      ]),
    );
    setFrozen(null);
    forget();
    moving.back();
  };
  const onSubmit = (e: FormEvent) => {
    e.preventDefault();
    if (busy || through) {
      return;
    }
    if (stage === "choosing") {
      if (minutes !== 0 && chosen.length > 0) {
        weigh();
      }
    } else {
      void giveAll();
    }
  };
  const fixed = stage !== "choosing";
  return (
    <form className="moving" onSubmit={onSubmit}>
      <div className="moving-form">
        <h1>{t("moving.title")}</h1>
        <p className="muted">
          {event
            ? t("moving.because", { what: event.kind.title(event.entry, about.lists, words) })
            : t("moving.hint")}
        </p>
        {asked && <AskedBanner asked={asked} />}
        <fieldset className="moving-frame" disabled={fixed}>
          {!asked && (
            <>
              <FieldInput
                field={FROM}
                value={window.from}
                change={(from) => setWindow({ ...window, from })}
                about={about}
                wrong={window.from === ""}
                first={false}
                near={near}
              />
              <FieldInput
                field={TO}
                value={window.to}
                change={(to) => setWindow({ ...window, to })}
                about={about}
                wrong={window.to <= window.from}
                first={false}
                near={near}
              />
            </>
          )}
          <Choice
            label={t("shift.way")}
            value={span.way}
            choose={(way) => setSpan({ ...span, way: way === "later" ? "later" : "earlier" })}
            options={[
              { value: "later", label: t("shift.later") },
              { value: "earlier", label: t("shift.earlier") },
            ]}
          />
          <Amount
            id={`${id}-days`}
            label={t("moving.days")}
            most={MOST_DAYS}
            step={1}
            value={span.days}
            change={(days) => setSpan({ ...span, days })}
          />
          <Amount
            id={`${id}-minutes`}
            label={t("shift.minutes")}
            most={MOST_MINUTES}
            step={5}
            value={span.minutes}
            change={(m) => setSpan({ ...span, minutes: m })}
          />
        </fieldset>
        {all.length === 0 && <p className="table-none">{t("moving.nothing")}</p>}
        <CandidateList
          all={all}
          left={left}
          leave={(keys, leave) =>
            setSaid(new Map([...said, ...keys.map((key) => [key, !leave] as const)]))
          }
          mine={mine}
          verdicts={verdicts}
          handed={handed}
          about={about}
          fixed={fixed}
        />
      </div>
      <aside className="moving-side" aria-label={t("moving.side")}>
        <fieldset className="moving-frame" disabled={fixed}>
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
        <p className="moving-sum">
          {t("moving.own", { count: own.length })}
          {others.length > 0 &&
            ` · ${t("moving.others", { count: chosen.length - own.length, desks: others.length })}`}
        </p>
        {stage === "weighed" && ends.refused > 0 && (
          <p className="plan-caution" role="status">
            {t("moving.cannot", { count: ends.refused })}
          </p>
        )}
        {impact && stage !== "weighing" && own.length > 0 && (
          <div className="order-impact">
            <p className="muted">{t("moving.each")}</p>
            <ImpactView conference={conference} impact={impact} />
          </div>
        )}
        {stage === "given" && (
          <p
            className="moving-result"
            role="status"
            data-done={ends.done}
            data-short={ends.done < ends.asked || undefined}
          >
            {t("moving.result", { done: ends.done, of: ends.asked })}
            {ends.unsure > 0 && ` ${t("moving.unsure", { count: ends.unsure })}`}
          </p>
        )}
        <div className="order-end">
          {!through && (
            <Button
              type="primary"
              htmlType="submit"
              ref={confirm}
              className={stage === "choosing" ? "order-weigh" : "order-confirm"}
              loading={busy}
              disabled={minutes === 0 || chosen.length === 0}
            >
              {busy
                ? t("shift.progress", { done: ends.asked, of: own.length })
                : t(
                    stage === "choosing"
                      ? "impact.ask"
                      : stage === "given"
                        ? "form.again"
                        : "impact.confirm",
                  )}
            </Button>
          )}
          {fixed && (
            <Button onClick={back} disabled={busy || ends.unsure > 0}>
              {t(stage === "given" ? "moving.rest" : "impact.back")}
            </Button>
          )}
        </div>
        {asked && !asked.answer && (
          <AnswerForm conference={conference} asked={asked} moved={stage === "given"} />
        )}
      </aside>
    </form>
  );
}

interface AmountProps {
  readonly id: string;
  readonly label: string;
  readonly most: number;
  readonly step: number;
  readonly value: number;
  readonly change: (value: number) => void;
}

function Amount({ id, label, most, step, value, change }: AmountProps) {
  return (
    <div className="order-field moving-amount">
      <label htmlFor={id}>{label}</label>
      <InputNumber
        id={id}
        min={0}
        max={most}
        precision={0}
        step={step}
        value={value}
        onChange={(v) => change(v ?? 0)}
      />
    </div>
  );
}
