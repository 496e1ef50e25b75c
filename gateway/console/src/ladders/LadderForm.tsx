import { Button } from "antd";
import { type FormEvent, useId, useState } from "react";
import { changeLadder, type Ladder, STEPS, type Step } from "../api/notices";
import { useDeed } from "../duty/useDeed";
import { useWords } from "../i18n/I18n";
import { Refused } from "../notices/Refused";
import { Sorted } from "../notices/Sorted";
import { useReadAgain } from "../notices/useNotices";
import { useRole } from "../session/useRole";
import { durationOf, minutesOf } from "./durations";

interface Props {
  readonly conference: string;
  readonly ladder: Ladder;
  readonly etag: string;
  readonly close: () => void;
  readonly begin: () => void;
}

interface Draft {
  readonly n: number;
  readonly step: Step;
  readonly after: number;
  readonly before: number;
}

const WEEK = 7 * 24 * 60;
const NEW = { step: "next-channel", after: 15, before: 60 } as const;

/** The steps in their order, each with how long it waits; the duty room's call is the last. */
export function LadderForm({ conference, ladder, etag, close, begin }: Props) {
  const { t, word } = useWords();
  const role = useRole(conference, "change-ladder") ?? "";
  const ids = useId();
  const [steps, setSteps] = useState<readonly Draft[]>(() =>
    ladder.steps.map((rung, n) => ({
      n,
      step: rung.step,
      after: minutesOf(rung.after),
      before: minutesOf(rung.before),
    })),
  );
  const [again, setAgain] = useState(minutesOf(ladder.again));
  const readAgain = useReadAgain(conference, "ladders", "duty");
  const { doing, sending, submit } = useDeed(() => {
    readAgain();
    close();
  });
  const set = (n: number, some: Partial<Draft>) =>
    setSteps(steps.map((s) => (s.n === n ? { ...s, ...some } : s)));
  const minutes = (label: string, value: number, change: (to: number) => void, least = 0) => (
    <label className="ladder-minutes">
      <span>{label}</span>
      <input
        className="plain-input"
        type="number"
        min={least}
        max={WEEK}
        required
        value={value}
        onChange={(e) => change(Number(e.target.value))}
      />
    </label>
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      steps: steps.map(({ step, after, before }) => ({
        step,
        after: durationOf(after),
        before: durationOf(before),
      })),
      again: durationOf(again),
    };
    void submit(JSON.stringify(body), (key) =>
      changeLadder(conference, ladder.kind, body, { etag, key, role }),
    );
  };
  return (
    <form
      className="order notices-form"
      onSubmit={onSubmit}
      onKeyDown={(e) => e.key === "Escape" && close()}
      aria-label={word("kind", ladder.kind)}
    >
      <strong>{word("kind", ladder.kind)}</strong>
      <Sorted
        label={t("notices.ladders")}
        items={steps}
        keyOf={(s) => String(s.n)}
        name={(s) => word("ladderStep", s.step)}
        change={setSteps}
        show={(s) => (
          <div className="ladder-rung">
            <label htmlFor={`${ids}${s.n}`} className="unseen">
              {t("ladders.step")}
            </label>
            <select
              id={`${ids}${s.n}`}
              className="plain-input"
              value={s.step}
              onChange={(e) => set(s.n, { step: e.target.value as Step })}
            >
              {STEPS.map((step) => (
                <option key={step} value={step}>
                  {word("ladderStep", step)}
                </option>
              ))}
            </select>
            {minutes(t("ladders.after"), s.after, (after) => set(s.n, { after }))}
            {minutes(t("ladders.before"), s.before, (before) => set(s.n, { before }))}
          </div>
        )}
      />
      <div className="notices-more">
        <button
          type="button"
          className="quiet-button"
          onClick={() =>
            setSteps([{ ...NEW, n: Math.max(-1, ...steps.map((s) => s.n)) + 1 }, ...steps])
          }
        >
          + {t("ladders.addStep")}
        </button>
      </div>
      {minutes(t("ladders.again"), again, setAgain, 1)}
      <p className="muted">{t("ladders.hint")}</p>
      <Refused doing={doing} begin={begin} />
      <div className="order-end">
        <Button type="primary" htmlType="submit" loading={sending}>
          {t("notices.keep")}
        </Button>
        <Button onClick={close} disabled={sending}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
