import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { addRecipient, changeRecipient, type Recipient } from "../api/notices";
import { CHANNELS } from "../api/telling";
import { useDeed } from "../duty/useDeed";
import { Choice } from "../facts/Choice";
import { useWords } from "../i18n/I18n";
import { Refused } from "../notices/Refused";
import { Sorted } from "../notices/Sorted";
import { useReadAgain } from "../notices/useNotices";
import { useRole } from "../session/useRole";
import { lackOf, leftOut, ROLES, tidy } from "./contact";

interface Props {
  readonly conference: string;
  readonly contact: Recipient;
  /** Of what was on the screen; null: there is no such contact yet. */
  readonly etag: string | null;
  readonly others: readonly Recipient[];
  readonly close: () => void;
  readonly begin?: () => void;
}

const LONGEST = { code: 80, name: 200, phone: 60, email: 200, webhook: 500 } as const;

export function ContactForm({ conference, contact, etag, others, close, begin }: Props) {
  const { t, word } = useWords();
  const [mine, setMine] = useState(contact);
  const [tried, setTried] = useState(false);
  const ids = useId();
  const again = useReadAgain(conference, "contacts", "standings", "letters");
  const role = useRole(conference, etag === null ? "add-contacts" : "change-contact") ?? "";
  const { doing, sending, submit } = useDeed(() => {
    again();
    close();
  });
  const set = (some: Partial<Recipient>) => setMine({ ...mine, ...some });
  const lack = lackOf(mine);
  const same = JSON.stringify(tidy(mine)) === JSON.stringify(contact);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (lack === null && !same) {
      const body = tidy(mine);
      void submit(JSON.stringify(body), (key) =>
        etag === null
          ? addRecipient(conference, body, { key, role })
          : changeRecipient(conference, body, { etag, key, role }),
      );
    }
  };
  const field = (name: "code" | "name" | "phone" | "email" | "webhook") => (
    <div className="order-field" key={name}>
      <label htmlFor={ids + name}>{t(`contacts.${name}`)}</label>
      <Input
        id={ids + name}
        value={mine[name] ?? ""}
        maxLength={LONGEST[name]}
        autoFocus={name === (etag === null ? "code" : "name")}
        autoComplete="off"
        inputMode={name === "phone" ? "tel" : name === "email" ? "email" : undefined}
        disabled={name === "code" && etag !== null}
        onChange={(e) => set({ [name]: e.target.value })}
      />
    </div>
  );
  const time = (name: "worksFrom" | "worksTo") => (
    <div className="order-field">
      <label htmlFor={ids + name}>{t(`contacts.${name}`)}</label>
      <input
        id={ids + name}
        className="plain-input"
        type="time"
        value={mine[name]?.slice(0, 5) ?? ""}
        onChange={(e) => set({ [name]: e.target.value || null })}
      />
    </div>
  );
  return (
    <form
      className="order notices-form"
      onSubmit={onSubmit}
      onKeyDown={(e) => e.key === "Escape" && close()}
    >
      <div className="notices-fields">
        {(["code", "name", "phone", "email", "webhook"] as const).map(field)}
        <div className="order-field">
          <label htmlFor={`${ids}role`}>{t("contacts.role")}</label>
          <select
            id={`${ids}role`}
            className="plain-input"
            value={mine.role}
            onChange={(e) => set({ role: e.target.value })}
          >
            {[...new Set([...ROLES, contact.role])].map((r) => (
              <option key={r} value={r}>
                {word("contactRole", r)}
              </option>
            ))}
          </select>
        </div>
        {time("worksFrom")}
        {time("worksTo")}
        <div className="order-field">
          <label htmlFor={`${ids}standIn`}>{t("contacts.standIn")}</label>
          <select
            id={`${ids}standIn`}
            className="plain-input"
            value={mine.standIn ?? ""}
            onChange={(e) => set({ standIn: e.target.value || null })}
          >
            <option value="">{t("contacts.nobody")}</option>
            {others
              .filter((o) => o.code !== contact.code || contact.code === "")
              .map((o) => (
                <option key={o.code} value={o.code}>
                  {o.name || o.code}
                </option>
              ))}
          </select>
        </div>
      </div>
      <p className="muted">{t("contacts.hoursHint")}</p>
      <Choice
        label={t("contacts.channels")}
        value={mine.channels === null ? "usual" : "own"}
        choose={(how) => set({ channels: how === "usual" ? null : [...CHANNELS] })}
        options={[
          { value: "usual", label: t("contacts.usualOrder") },
          { value: "own", label: t("contacts.ownOrder") },
        ]}
      />
      {mine.channels && (
        <>
          <Sorted
            label={t("contacts.channels")}
            items={mine.channels}
            keyOf={(c) => c}
            name={(c) => word("channel", c)}
            show={(c) => word("channel", c)}
            change={(channels) => set({ channels })}
          />
          <div className="notices-more">
            {leftOut(mine.channels).map((c) => (
              <button
                key={c}
                type="button"
                className="quiet-button"
                onClick={() => set({ channels: [...(mine.channels ?? []), c] })}
              >
                + {word("channel", c)}
              </button>
            ))}
          </div>
        </>
      )}
      <Choice
        label={t("contacts.language")}
        value={mine.language ?? "zh"}
        choose={(language) => set({ language: language === "en" ? "en" : "zh" })}
        options={[
          { value: "zh", label: t("contacts.inChinese") },
          { value: "en", label: t("contacts.inEnglish") },
        ]}
      />
      {tried && (lack !== null || same) && (
        <p className="order-nothing" role="status">
          {lack === null ? t("form.nothing") : t(`contacts.lack.${lack}`)}
        </p>
      )}
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
