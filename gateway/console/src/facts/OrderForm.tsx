import { Button, Input } from "antd";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Order } from "../api/commands";
import type { Answer } from "../api/http";
import { isRefused } from "../api/problem";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { ImpactView } from "../impact/ImpactView";
import { Choice } from "./Choice";
import { MergeView } from "./MergeView";
import type { Values } from "./merging";
import { Settled } from "./Settled";
import { useOrder } from "./useOrder";

/** A fact of several fields: where somebody was faster, each is settled by itself. */
export interface Fieldwise<T> {
  readonly base: Values;
  readonly mine: Values;
  readonly of: (fact: T) => Values;
  readonly name: (field: string) => string;
  readonly say: (field: string, value: string) => ReactNode;
  /** What this form cannot say. */
  readonly fixed?: (field: string) => boolean;
  /** Asks for these fields, on top of what stands there. */
  readonly send: (values: Values, order: Order) => Promise<Answer<T>>;
}

interface Props<T> {
  readonly conference: string;
  /** Of what the person saw when the form was opened. */
  readonly etag: string;
  readonly roles: readonly string[];
  /** What is asked for, as text: the same text is the same order. */
  readonly content: string;
  /** There is something to ask for. */
  readonly differs: boolean;
  /** Why there is nothing to ask for, where it is not the same as now. */
  readonly nothing?: string;
  readonly send: (order: Order) => Promise<Answer<T>>;
  readonly done: (answer: Answer<T>) => void;
  readonly cancel: () => void;
  /** A fact in words, to set what stands beside what is wanted. */
  readonly show: (fact: T) => ReactNode;
  /** What the fact would be if this were carried out on top of it. */
  readonly wanted: (fact: T) => ReactNode;
  readonly alreadySo: (fact: T) => boolean;
  readonly fieldwise?: Fieldwise<T>;
  /** It was filled in elsewhere: what it would touch is asked at once. */
  readonly atOnce?: boolean;
  readonly children: ReactNode;
}

const POPUPS = [".ant-picker-dropdown", ".ant-select-dropdown"];

/** The key that closes a list or a calendar does not put the form away as well. */
const popupIsOpen = (): boolean =>
  POPUPS.some((popup) => document.querySelector(`${popup}:not(${popup}-hidden)`) !== null);

const LONGEST_REASON = 200;

/**
 * What all changes of a fact have in common: why, as what, what it would touch before it is done,
 * and what happens when it goes wrong.
 */
export function OrderForm<T extends { readonly version: number }>(props: Props<T>) {
  const { conference, etag, roles, differs, done, cancel, show, wanted, alreadySo } = props;
  const { t, word } = useWords();
  const [reason, setReason] = useState("");
  const [role, setRole] = useState(roles[0] ?? "");
  const [nothing, setNothing] = useState(false);
  /** What was settled field by field on top of what somebody else has made of it. */
  const [onTop, setOnTop] = useState<{ values: Values | null; etag: string } | null>(null);
  const { ordering, weigh, submit, back } = useOrder(done);
  const reasonId = useId();
  const confirm = useRef<HTMLButtonElement>(null);
  const impact = useRef<HTMLDivElement>(null);

  const asked = (top: typeof onTop) => {
    const against = top?.etag ?? etag;
    const values = top?.values;
    const fieldwise = props.fieldwise;
    const what = values ? JSON.stringify(values) : props.content;
    return {
      content: `${what}\n${reason}\n${role}\n${against}`,
      etag: against,
      reason,
      role,
      send: values && fieldwise ? (order: Order) => fieldwise.send(values, order) : props.send,
    };
  };
  const now = asked(onTop);
  const weighed = ordering.kind === "weighed" && ordering.content === now.content ? ordering : null;
  const busy = ordering.kind === "sending" || ordering.kind === "weighing";
  const unsaid = ordering.kind === "failed" && ordering.weighing && isRefused(ordering.error, 503);

  const begin = () => {
    setNothing(!differs);
    if (differs) {
      void weigh(now);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || ordering.kind === "stale") {
      return;
    }
    if (weighed || (ordering.kind === "failed" && !ordering.weighing)) {
      void submit(now);
    } else {
      begin();
    }
  };
  const begun = useRef(false);
  useEffect(() => {
    if (props.atOnce && !begun.current) {
      begun.current = true;
      begin();
    }
  });
  useEffect(() => {
    if (weighed) {
      confirm.current?.focus({ preventScroll: true });
      const long = (impact.current?.offsetHeight ?? 0) > window.innerHeight / 2;
      impact.current?.scrollIntoView({ block: long ? "start" : "nearest" });
    }
  }, [weighed]);
  const settle = (values: Values | null, current: T) => {
    const top = { values, etag: `"${current.version}"` };
    setOnTop(top);
    void weigh(asked(top));
  };

  return (
    <form
      className="order"
      onSubmit={onSubmit}
      onKeyDown={(e) => {
        if (e.key === "Escape" && !popupIsOpen()) {
          e.stopPropagation();
          cancel();
        }
      }}
    >
      {onTop?.values && props.fieldwise ? (
        <Settled values={onTop.values} fieldwise={props.fieldwise} />
      ) : (
        props.children
      )}
      <div className="order-field">
        <label htmlFor={reasonId}>{t("form.reason")}</label>
        <Input
          id={reasonId}
          className="order-reason"
          value={reason}
          maxLength={LONGEST_REASON}
          placeholder={t("form.reasonHint")}
          onChange={(e) => setReason(e.target.value)}
        />
      </div>
      {roles.length > 1 && (
        <Choice
          label={t("form.role")}
          value={role}
          options={roles.map((r) => ({ value: r, label: word("role", r) }))}
          choose={setRole}
        />
      )}
      {nothing && !differs && (
        <p className="order-nothing" role="status">
          {props.nothing ?? t("form.nothing")}
        </p>
      )}
      {ordering.kind === "failed" && <Problem error={ordering.error} />}
      {weighed && (
        <div className="order-impact" ref={impact}>
          <ImpactView conference={conference} impact={weighed.impact} />
        </div>
      )}
      {ordering.kind === "stale" ? (
        <Stale
          current={ordering.current}
          fieldwise={props.fieldwise}
          show={show}
          wanted={wanted}
          alreadySo={alreadySo(ordering.current)}
          settle={settle}
          keep={cancel}
        />
      ) : (
        <div className="order-end" data-weighed={!!weighed || undefined}>
          <Button
            type="primary"
            htmlType="submit"
            className={weighed ? "order-confirm" : "order-weigh"}
            ref={confirm}
            loading={busy}
          >
            {t(
              weighed
                ? "impact.confirm"
                : ordering.kind === "failed"
                  ? "form.again"
                  : ordering.kind === "weighing"
                    ? "impact.asking"
                    : "impact.ask",
            )}
          </Button>
          {unsaid && (
            <Button danger onClick={() => submit(now)}>
              {t("impact.without")}
            </Button>
          )}
          {weighed && !onTop?.values && <Button onClick={back}>{t("impact.back")}</Button>}
          <Button onClick={cancel} disabled={ordering.kind === "sending"}>
            {t("form.cancel")}
          </Button>
        </div>
      )}
    </form>
  );
}

interface StaleProps<T> {
  readonly current: T;
  readonly fieldwise: Fieldwise<T> | undefined;
  readonly show: (fact: T) => ReactNode;
  readonly wanted: (fact: T) => ReactNode;
  readonly alreadySo: boolean;
  readonly settle: (values: Values | null, current: T) => void;
  readonly keep: () => void;
}

/** Another desk was faster: both versions side by side, and a person decides. */
function Stale<T extends { readonly version: number }>(props: StaleProps<T>) {
  const { current, fieldwise, show, wanted, alreadySo, settle, keep } = props;
  const { t } = useWords();
  return (
    <div className="stale" role="alert">
      <strong>{t("form.stale")}</strong>
      {fieldwise && !alreadySo ? (
        <MergeView
          key={current.version}
          version={current.version}
          base={fieldwise.base}
          theirs={fieldwise.of(current)}
          mine={fieldwise.mine}
          name={fieldwise.name}
          say={fieldwise.say}
          fixed={fieldwise.fixed}
          settle={(values) => settle(values, current)}
          keep={keep}
        />
      ) : (
        <>
          <p>{t(alreadySo ? "form.alreadySo" : "form.staleHint")}</p>
          <dl>
            <div>
              <dt>
                {t("form.nowStands")} · {t("fact.version", { version: current.version })}
              </dt>
              <dd>{show(current)}</dd>
            </div>
            <div>
              <dt>{t("form.youWant")}</dt>
              <dd>{wanted(current)}</dd>
            </div>
          </dl>
          <div className="order-end">
            {!alreadySo && (
              <Button type="primary" onClick={() => settle(null, current)}>
                {t("form.onTop")}
              </Button>
            )}
            <Button onClick={keep}>{t("form.keep")}</Button>
          </div>
        </>
      )}
    </div>
  );
}
