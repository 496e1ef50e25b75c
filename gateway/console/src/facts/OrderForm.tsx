import { Button, Input } from "antd";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { Order } from "../api/commands";
import type { Answer } from "../api/http";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { Choice } from "./Choice";
import { useOrder } from "./useOrder";

interface Props<T> {
  /** Of what the person saw when the form was opened. */
  readonly etag: string;
  readonly roles: readonly string[];
  /** What is asked for, as text: the same text is the same order. */
  readonly content: string;
  /** There is something to ask for. */
  readonly differs: boolean;
  readonly send: (order: Order) => Promise<Answer<T>>;
  readonly done: (answer: Answer<T>) => void;
  readonly cancel: () => void;
  /** A fact in words, to set what stands beside what is wanted. */
  readonly show: (fact: T) => ReactNode;
  /** What the fact would be if this were carried out on top of it. */
  readonly wanted: (fact: T) => ReactNode;
  readonly alreadySo: (fact: T) => boolean;
  readonly children: ReactNode;
}

const POPUPS = [".ant-picker-dropdown", ".ant-select-dropdown"];

/** The key that closes a list or a calendar does not put the form away as well. */
const popupIsOpen = (): boolean =>
  POPUPS.some((popup) => document.querySelector(`${popup}:not(${popup}-hidden)`) !== null);

const LONGEST_REASON = 200;

/** What all changes of a fact have in common: why, as what, and what happens when it goes wrong. */
export function OrderForm<T extends { readonly version: number }>(props: Props<T>) {
  const { etag, roles, content, differs, send, done, cancel, show, wanted, alreadySo, children } =
    props;
  const { t, word } = useWords();
  const [reason, setReason] = useState("");
  const [role, setRole] = useState(roles[0] ?? "");
  const [nothing, setNothing] = useState(false);
  const { ordering, submit } = useOrder(done);
  const reasonId = useId();
  const sending = ordering.kind === "sending";

  const order = (against: string) =>
    submit({ content: `${content}\n${reason}\n${role}`, etag: against, reason, role, send });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setNothing(!differs);
    if (differs && ordering.kind !== "stale") {
      void order(etag);
    }
  };

  return (
    <form
      className="order"
      onSubmit={onSubmit}
      onKeyDown={(e) => e.key === "Escape" && !popupIsOpen() && cancel()}
    >
      {children}
      <div className="order-field">
        <label htmlFor={reasonId}>{t("form.reason")}</label>
        <Input
          id={reasonId}
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
          {t("form.nothing")}
        </p>
      )}
      {ordering.kind === "failed" && <Problem error={ordering.error} />}
      {ordering.kind === "stale" ? (
        <div className="stale" role="alert">
          <strong>{t("form.stale")}</strong>
          <p>{t(alreadySo(ordering.current) ? "form.alreadySo" : "form.staleHint")}</p>
          <dl>
            <div>
              <dt>
                {t("form.nowStands")} · {t("fact.version", { version: ordering.current.version })}
              </dt>
              <dd>{show(ordering.current)}</dd>
            </div>
            <div>
              <dt>{t("form.youWant")}</dt>
              <dd>{wanted(ordering.current)}</dd>
            </div>
          </dl>
          <div className="order-end">
            {!alreadySo(ordering.current) && (
              <Button type="primary" onClick={() => order(`"${ordering.current.version}"`)}>
                {t("form.onTop")}
              </Button>
            )}
            <Button onClick={cancel}>{t("form.keep")}</Button>
          </div>
        </div>
      ) : (
        <div className="order-end">
          <Button type="primary" htmlType="submit" loading={sending}>
            {t(ordering.kind === "failed" ? "form.again" : "form.submit")}
          </Button>
          <Button onClick={cancel} disabled={sending}>
            {t("form.cancel")}
          </Button>
        </div>
      )}
    </form>
  );
}
