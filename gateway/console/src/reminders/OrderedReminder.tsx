import { Button } from "antd";
import { cancelReminder, type Reminder } from "../api/notices";
import { useDeed } from "../duty/useDeed";
import { useWords } from "../i18n/I18n";
import { dayAndTime } from "../i18n/moments";
import { Refused } from "../notices/Refused";
import { useReadAgain } from "../notices/useNotices";
import { useRole } from "../session/useRole";

interface Props {
  readonly conference: string;
  readonly reminder: Reminder;
}

/** A reminder that was ordered, what has become of it, and calling it off. */
export function OrderedReminder({ conference, reminder }: Props) {
  const { t, word, language } = useWords();
  const role = useRole(conference, "cancel-reminder");
  const again = useReadAgain(conference, "reminders");
  const { doing, sending, submit } = useDeed(again);
  const over = reminder.cancelledAt !== null;
  return (
    <>
      <div className="notices-row" data-reminder={reminder.id}>
        <strong>{word("reminderKind", reminder.kind)}</strong>
        <code>{reminder.template}</code>
        {over && <span className="badge removed">{t("reminders.cancelled")}</span>}
        <span className="notices-about">
          {reminder.orderedBy} · {dayAndTime(reminder.orderedAt, language)} ·{" "}
          {t("reminders.left", { count: reminder.occasionsLeft })}
          {Object.entries(reminder.people).map(([state, count]) => (
            <span key={state} className="badge">
              {word("reminded", state)} {count}
            </span>
          ))}
        </span>
        {role && !over && (
          <Button
            size="small"
            loading={sending}
            onClick={() =>
              submit(reminder.id, (key) => cancelReminder(conference, reminder.id, { key, role }))
            }
          >
            {t("reminders.cancel")}
          </Button>
        )}
      </div>
      <Refused doing={doing} />
    </>
  );
}
