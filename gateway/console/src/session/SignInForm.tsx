import { type FormEvent, useState } from "react";
import { signIn } from "../api/session";
import type { Me } from "../api/types";
import { useWords } from "../i18n/I18n";
import { PlainProblem } from "./PlainProblem";

interface Props {
  readonly account?: string;
  readonly entered: (me: Me) => void;
}

export function SignInForm({ account: known = "", entered }: Props) {
  const { t } = useWords();
  const [account, setAccount] = useState(known);
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      entered(await signIn(account.trim(), password));
    } catch (e) {
      setError(e);
      setPassword("");
      setBusy(false);
    }
  };

  return (
    <form className="threshold-form" onSubmit={submit}>
      <label>
        <span>{t("signin.account")}</span>
        <input
          name="account"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          // biome-ignore lint/a11y/noAutofocus: the page has nothing else to begin with
          autoFocus={known === ""}
          value={account}
          onChange={(e) => setAccount(e.target.value)}
        />
      </label>
      <label>
        <span>{t("signin.password")}</span>
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          // biome-ignore lint/a11y/noAutofocus: the account is known, the password is what is asked
          autoFocus={known !== ""}
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
      </label>
      <PlainProblem error={error} />
      <button className="wide-button" type="submit" disabled={busy}>
        {busy ? t("signin.busy") : t("signin.submit")}
      </button>
    </form>
  );
}
