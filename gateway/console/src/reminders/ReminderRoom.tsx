import { Button, Skeleton } from "antd";
import { useState } from "react";
import type { ReminderTemplate } from "../api/notices";
import { Problem } from "../desk/Problem";
import { useWords } from "../i18n/I18n";
import { useReminders, useTemplates } from "../notices/useNotices";
import { useRole } from "../session/useRole";
import { OrderedReminder } from "./OrderedReminder";
import { RemindForm } from "./RemindForm";
import { TemplateForm } from "./TemplateForm";

type Doing =
  | { readonly kind: "write"; readonly template: ReminderTemplate | null }
  | { readonly kind: "remind"; readonly template: ReminderTemplate };

/** What delegates themselves are told on their phones: the words, and to whom they go. */
export default function ReminderRoom({ conference }: { readonly conference: string }) {
  const { t, word, language } = useWords();
  const templates = useTemplates(conference);
  const ordered = useReminders(conference);
  const writes = useRole(conference, "write-reminder-template") !== undefined;
  const orders = useRole(conference, "order-reminder") !== undefined;
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  return (
    <section className="notices-room" aria-label={t("notices.reminders")}>
      <header className="notices-head">
        <h1>{t("notices.reminders")}</h1>
        {writes && (
          <Button
            className="template-new"
            onClick={() => setDoing({ kind: "write", template: null })}
          >
            {t("reminders.newTemplate")}
          </Button>
        )}
      </header>
      <p className="muted">{t("reminders.about")}</p>
      {doing?.kind === "write" && doing.template === null && (
        <TemplateForm conference={conference} template={null} close={close} />
      )}
      {templates.error && <Problem error={templates.error} />}
      {!templates.data && !templates.error && <Skeleton active paragraph={{ rows: 4 }} />}
      <ul className="notices-list">
        {templates.data?.map((template) => (
          <li key={template.code} data-template={template.code}>
            {doing?.kind === "write" && doing.template?.code === template.code ? (
              <TemplateForm
                key={template.version}
                conference={conference}
                template={template}
                close={close}
                begin={() => void templates.refetch().then(close)}
              />
            ) : (
              <div className="notices-row">
                <strong>{word("reminderKind", template.kind)}</strong>
                <code>{template.code}</code>
                {template.confidential && (
                  <span className="badge changed">{t("reminders.confidential")}</span>
                )}
                <q className="notices-about">{language === "zh" ? template.zh : template.en}</q>
                <small className="muted">
                  {t("reminders.segments", {
                    count: language === "zh" ? template.segmentsZh : template.segmentsEn,
                  })}
                </small>
                {writes && (
                  <button
                    type="button"
                    className="quiet-button"
                    onClick={() => setDoing({ kind: "write", template })}
                  >
                    {t("reminders.write")}
                  </button>
                )}
                {orders && (
                  <Button size="small" onClick={() => setDoing({ kind: "remind", template })}>
                    {t("reminders.remind")}
                  </Button>
                )}
              </div>
            )}
            {doing?.kind === "remind" && doing.template.code === template.code && (
              <RemindForm conference={conference} template={template} close={close} />
            )}
          </li>
        ))}
      </ul>
      <h2>{t("reminders.ordered")}</h2>
      {ordered.error && <Problem error={ordered.error} />}
      {ordered.data?.length === 0 && <p className="fact-none">{t("reminders.none")}</p>}
      <ul className="notices-list">
        {ordered.data?.map((reminder) => (
          <li key={reminder.id}>
            <OrderedReminder conference={conference} reminder={reminder} />
          </li>
        ))}
      </ul>
    </section>
  );
}
