import { Button, Input } from "antd";
import { type FormEvent, useId, useRef, useState } from "react";
import {
  REMINDER_KINDS,
  type ReminderKind,
  type ReminderTemplate,
  type TemplateWords,
  writeTemplate,
} from "../api/notices";
import { useDeed } from "../duty/useDeed";
import { Choice } from "../facts/Choice";
import { useWords } from "../i18n/I18n";
import { Refused } from "../notices/Refused";
import { useReadAgain } from "../notices/useNotices";
import { useRole } from "../session/useRole";
import { inserted, placeholdersOf, strangersIn } from "./placeholders";

interface Props {
  readonly conference: string;
  /** Null for a new one. */
  readonly template: ReminderTemplate | null;
  readonly close: () => void;
  readonly begin?: () => void;
}

type Language = "zh" | "en";
const LONGEST = { zh: 335, en: 600 } as const;
const NEW: TemplateWords = {
  kind: "free",
  zh: "",
  en: "",
  confidential: false,
  subjectZh: "",
  subjectEn: "",
};

/** The words in both languages; what changes from one to another is put in by name. */
export function TemplateForm({ conference, template, close, begin }: Props) {
  const { t, word } = useWords();
  const role = useRole(conference, "write-reminder-template") ?? "";
  const again = useReadAgain(conference, "reminders");
  const [code, setCode] = useState(template?.code ?? "");
  const [mine, setMine] = useState<TemplateWords>(template ?? NEW);
  const ids = useId();
  const areas = { zh: useRef<HTMLTextAreaElement>(null), en: useRef<HTMLTextAreaElement>(null) };
  const { doing, sending, submit } = useDeed(() => {
    again();
    close();
  });
  const set = (some: Partial<TemplateWords>) => setMine({ ...mine, ...some });
  const strangers = [
    ...new Set([...strangersIn(mine.zh, mine.kind), ...strangersIn(mine.en, mine.kind)]),
  ];
  const ready =
    /^[a-z0-9-]{1,40}$/.test(code) &&
    mine.zh.trim() !== "" &&
    mine.en.trim() !== "" &&
    strangers.length === 0;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) {
      return;
    }
    const { kind, zh, en, confidential, subjectZh, subjectEn } = mine;
    const body: TemplateWords = { kind, zh, en, confidential, subjectZh, subjectEn };
    const etag = `"${template?.version ?? 0}"`;
    void submit(`${code}\n${JSON.stringify(body)}`, (key) =>
      writeTemplate(conference, code, body, { etag, key, role }),
    );
  };
  const put = (language: Language, name: string) => {
    const area = areas[language].current;
    const end = mine[language].length;
    const from = area?.selectionStart ?? end;
    set({ [language]: inserted(mine[language], name, from, area?.selectionEnd ?? end) });
    area?.focus();
  };
  const words = (language: Language) => (
    <div className="order-field" key={language}>
      <label htmlFor={ids + language}>{t(`into.${language}`)}</label>
      <textarea
        id={ids + language}
        ref={areas[language]}
        className="plain-input"
        rows={3}
        maxLength={LONGEST[language]}
        value={mine[language]}
        onChange={(e) => set({ [language]: e.target.value })}
      />
      <div className="notices-more">
        {placeholdersOf(mine.kind).map((name) => (
          <button
            key={name}
            type="button"
            className="quiet-button"
            onClick={() => put(language, name)}
          >
            + {word("placeholder", name)}
          </button>
        ))}
      </div>
    </div>
  );
  return (
    <form
      className="order notices-form"
      onSubmit={onSubmit}
      onKeyDown={(e) => e.key === "Escape" && close()}
    >
      <div className="notices-fields">
        <div className="order-field">
          <label htmlFor={`${ids}code`}>{t("reminders.code")}</label>
          <Input
            id={`${ids}code`}
            value={code}
            maxLength={40}
            disabled={template !== null}
            autoFocus={template === null}
            placeholder="lunch-moved"
            onChange={(e) => setCode(e.target.value.toLowerCase())}
          />
        </div>
        <div className="order-field">
          <label htmlFor={`${ids}kind`}>{t("reminders.kind")}</label>
          <select
            id={`${ids}kind`}
            className="plain-input"
            value={mine.kind}
            onChange={(e) => set({ kind: e.target.value as ReminderKind })}
          >
            {REMINDER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {word("reminderKind", kind)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {words("zh")}
      {words("en")}
      <Choice
        label={t("reminders.how")}
        value={mine.confidential ? "page" : "words"}
        choose={(how) => set({ confidential: how === "page" })}
        options={[
          { value: "words", label: t("reminders.sendWords") },
          { value: "page", label: t("reminders.sendLink") },
        ]}
      />
      {strangers.length > 0 && (
        <p className="order-nothing" role="status">
          {t("reminders.strangers", { names: strangers.map((s) => `{${s}}`).join(" ") })}
        </p>
      )}
      <Refused doing={doing} begin={begin} />
      <div className="order-end">
        <Button type="primary" htmlType="submit" loading={sending} disabled={!ready}>
          {t("notices.keep")}
        </Button>
        <Button onClick={close} disabled={sending}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
