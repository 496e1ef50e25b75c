import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { clocksAt, type Reading } from "./clock";
import { age, dueText } from "./spans";
import { useTicking } from "./ticking";
import { localMillis } from "./urgency";
import "./shared.css";

interface Due {
  /** Local to the conference. */
  readonly due: string | null;
  readonly reading: Reading | null;
}

/** What is left until a deadline, or since when it is past. */
export function Countdown({ due, reading }: Due) {
  const words = useWords();
  const at = due === null ? null : localMillis(due);
  const text = useTicking((now) =>
    at === null || reading === null ? "" : dueText(at - clocksAt(reading, now).local, words),
  );
  return due === null || text === "" ? null : (
    <time
      className="countdown"
      dateTime={due}
      title={words.t("due.at", { time: localMoment(due, words.language) })}
    >
      {text}
    </time>
  );
}

/** How long something has been so. */
export function Age({
  since,
  reading,
}: {
  readonly since: string;
  readonly reading: Reading | null;
}) {
  const words = useWords();
  const at = Date.parse(since);
  const text = useTicking((now) =>
    age((reading ? clocksAt(reading, now).instant : now) - at, words),
  );
  return (
    <time className="age" dateTime={since}>
      {text}
    </time>
  );
}

/** What time it is at the conference. */
export function WallClock({ reading }: { readonly reading: Reading | null }) {
  const text = useTicking((now) =>
    reading ? new Date(clocksAt(reading, now).local).toISOString().slice(11, 19) : "",
  );
  return <time className="wall-clock">{text}</time>;
}
