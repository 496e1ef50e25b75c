import { Button } from "antd";
import { type FormEvent, useId, useState } from "react";
import {
  foreseeReminder,
  orderReminder,
  type ReminderAhead,
  type ReminderOrder,
  type ReminderTemplate,
} from "../api/notices";
import { type Doing, useDeed } from "../duty/useDeed";
import { Choice } from "../facts/Choice";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { useCatalogue } from "../manifests/useCatalogue";
import { Refused } from "../notices/Refused";
import { useReadAgain } from "../notices/useNotices";
import { useRole } from "../session/useRole";
import { isBefore } from "./placeholders";

interface Props {
  readonly conference: string;
  readonly template: ReminderTemplate;
  readonly close: () => void;
}

interface Picked {
  readonly route: string;
  readonly bus: string;
  readonly delegation: string;
  readonly rank: string;
  readonly session: string;
}

const EVERYBODY: Picked = { route: "", bus: "", delegation: "", rank: "", session: "" };
const USUAL_MINUTES = { "bus-departs": 60, "session-starts": 30, "bus-changed": 0, free: 0 };

/** To whom it goes: seen first, in three samples and figures, and only then ordered. */
export function RemindForm({ conference, template, close }: Props) {
  const { t, word } = useWords();
  const known = useCatalogue(conference);
  const role = useRole(conference, "order-reminder") ?? "";
  const again = useReadAgain(conference, "reminders");
  const [picked, setPicked] = useState(EVERYBODY);
  const [minutes, setMinutes] = useState(USUAL_MINUTES[template.kind]);
  const [urgent, setUrgent] = useState(false);
  const [ahead, setAhead] = useState<{ of: string; is: ReminderAhead } | null>(null);
  const [looking, setLooking] = useState<Doing>({ kind: "idle" });
  const ids = useId();
  const { doing, sending, submit } = useDeed(() => {
    again();
    close();
  });
  const { rank, ...codes } = picked;
  const order: ReminderOrder = {
    template: template.code,
    selection: {
      ...Object.fromEntries(Object.entries(codes).filter(([, code]) => code !== "")),
      ...(rank ? { rank: Number(rank) } : {}),
    },
    ...(isBefore(template.kind) ? { minutesBefore: minutes } : {}),
    urgent,
  };
  const content = JSON.stringify(order);
  const seen = ahead?.of === content ? ahead.is : null;
  const look = async () => {
    setLooking({ kind: "sending" });
    try {
      setAhead({ of: content, is: await foreseeReminder(conference, order, role) });
      setLooking({ kind: "idle" });
    } catch (error) {
      setLooking({ kind: "failed", error });
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void (seen
      ? submit(content, (key) => orderReminder(conference, order, { key, role }))
      : look());
  };
  const pick = (
    name: keyof Picked,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <div className="order-field" key={name}>
      <label htmlFor={ids + name}>{t(`pick.${name}`)}</label>
      <select
        id={ids + name}
        className="plain-input"
        value={picked[name]}
        onChange={(e) => setPicked({ ...picked, [name]: e.target.value })}
      >
        <option value="">{t("reminders.everybody")}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
  const named = (map: ReadonlyMap<string, { readonly name: string }>) =>
    [...map].map(([value, { name }]) => ({ value, label: `${name} (${value})` }));
  return (
    <form
      className="order notices-form remind-form"
      onSubmit={onSubmit}
      onKeyDown={(e) => e.key === "Escape" && close()}
    >
      <div className="notices-fields">
        {pick("delegation", named(known.delegations))}
        {pick("route", named(known.routes))}
        {pick(
          "bus",
          [...known.trips.values()]
            .filter((trip) => trip.kind === "excursion")
            .map((trip) => ({ value: trip.code, label: `${trip.code} ${trip.plate}` })),
        )}
        {pick(
          "session",
          [...known.sessions].map(([value, { title }]) => ({
            value,
            label: `${title} (${value})`,
          })),
        )}
        {pick(
          "rank",
          ["1", "2", "3"].map((value) => ({
            value,
            label: t("reminders.rankOrHigher", { rank: word("rank", value) }),
          })),
        )}
        {isBefore(template.kind) && (
          <div className="order-field">
            <label htmlFor={`${ids}m`}>{t("reminders.minutesBefore")}</label>
            <input
              id={`${ids}m`}
              className="plain-input"
              type="number"
              min={0}
              max={2880}
              value={minutes}
              onChange={(e) => setMinutes(Number(e.target.value))}
            />
          </div>
        )}
      </div>
      <Choice
        label={t("reminders.night")}
        value={urgent ? "urgent" : "quiet"}
        choose={(how) => setUrgent(how === "urgent")}
        options={[
          { value: "quiet", label: t("reminders.quiet") },
          { value: "urgent", label: t("reminders.urgent") },
        ]}
      />
      {seen && <Ahead ahead={seen} />}
      <Refused doing={looking} />
      <Refused doing={doing} />
      <div className="order-end">
        <Button
          type="primary"
          htmlType="submit"
          className={seen ? "remind-confirm" : "remind-look"}
          loading={sending || looking.kind === "sending"}
          disabled={seen?.people === 0}
        >
          {t(seen ? "reminders.order" : "reminders.look")}
        </Button>
        <Button onClick={close} disabled={sending}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** Who would be reminded, when, and how it reads. */
function Ahead({ ahead }: { readonly ahead: ReminderAhead }) {
  const { t, language } = useWords();
  return (
    <section className="remind-ahead" aria-label={t("reminders.ahead")} role="status">
      <p>
        <b>{t("reminders.people", { count: ahead.people })}</b>{" "}
        {t("reminders.without", {
          optedOut: ahead.optedOut,
          withoutNumber: ahead.withoutNumber,
          byEmail: ahead.byEmail,
        })}
      </p>
      <ul>
        {ahead.occasions.map((o) => (
          <li key={o.about + o.sendAt}>
            {o.title} {localMoment(o.sendAt, language)} ·{" "}
            {t("reminders.people", { count: o.people })}
          </li>
        ))}
      </ul>
      {ahead.samples.map((sample) => (
        <blockquote key={sample.text}>
          {sample.subject && <strong>{sample.subject}</strong>} {sample.text}
        </blockquote>
      ))}
    </section>
  );
}
