import { type FormEvent, useState } from "react";
import { changePassword } from "../api/session";
import type { Me } from "../api/types";
import { useWords } from "../i18n/I18n";
import type { Key } from "../i18n/messages";
import { PlainProblem } from "./PlainProblem";
import { Threshold } from "./Threshold";

/** As the gateway has it. */
const SHORTEST = 10;

interface Props {
  readonly me: Me;
  readonly changed: () => void;
  readonly leave: () => void;
}

/** Whoever came in by a one-time password goes no further with it. */
export function ChangePassword({ me, changed, leave }: Props) {
  const { t } = useWords();
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState("");
  const [repeated, setRepeated] = useState("");
  const [wrong, setWrong] = useState<Key | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = mistake(current, chosen, repeated);
    setWrong(found);
    setError(null);
    if (found) {
      return;
    }
    setBusy(true);
    try {
      await changePassword(current, chosen);
      changed();
    } catch (e) {
      setError(e);
      setBusy(false);
    }
  };

  return (
    <Threshold title={t("password.title")}>
      <p className="threshold-note">{t("password.why")}</p>
      <form className="threshold-form" onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={me.account} />
        <label>
          <span>{t("password.current")}</span>
          <input
            name="current"
            type="password"
            autoComplete="current-password"
            required
            value={current}
            onChange={(e) => setCurrent(e.target.value)}
          />
        </label>
        <label>
          <span>{t("password.new")}</span>
          <input
            name="new"
            type="password"
            autoComplete="new-password"
            required
            aria-describedby="password-hint"
            value={chosen}
            onChange={(e) => setChosen(e.target.value)}
          />
          <small id="password-hint">{t("password.hint")}</small>
        </label>
        <label>
          <span>{t("password.repeat")}</span>
          <input
            name="repeat"
            type="password"
            autoComplete="new-password"
            required
            value={repeated}
            onChange={(e) => setRepeated(e.target.value)}
          />
        </label>
        {wrong && (
          <div className="plain-problem" role="alert">
            <strong>{t(wrong)}</strong>
          </div>
        )}
        <PlainProblem error={error} />
        <button className="wide-button" type="submit" disabled={busy}>
          {t("password.submit")}
        </button>
        <button className="quiet-button" type="button" onClick={leave}>
          {t("account.signOut")}
        </button>
      </form>
    </Threshold>
  );
}

function mistake(current: string, chosen: string, repeated: string): Key | null {
  if ([...chosen].length < SHORTEST) {
    return "password.short";
  }
  if (chosen === current) {
    return "password.same";
  }
  return chosen === repeated ? null : "password.differs";
}
