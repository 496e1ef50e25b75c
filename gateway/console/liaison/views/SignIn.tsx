import { type FormEvent, useId, useState } from "react";
import type { Phone } from "../phone";
import { t } from "../words";
import { Trouble } from "./Trouble";
import { useWork } from "./useWork";

interface Props {
  readonly phone: Phone;
  /** Whose session has ended; nobody else may go on here. */
  readonly account?: string;
  readonly done?: () => void;
}

export function SignIn({ phone, account: known, done }: Props) {
  const [account, setAccount] = useState(known ?? "");
  const [password, setPassword] = useState("");
  const { busy, error, work } = useWork();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void work(async () => {
      await phone.signIn(account.trim(), password);
      done?.();
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      <h1>{t(known ? "signIn.again" : "signIn.title")}</h1>
      {!known && <p className="muted">{t("signIn.about")}</p>}
      <label htmlFor={`${id}a`}>{t("signIn.account")}</label>
      <input
        id={`${id}a`}
        name="account"
        autoComplete="username"
        autoCapitalize="none"
        value={account}
        readOnly={known !== undefined}
        onChange={(e) => setAccount(e.target.value)}
        required
      />
      <label htmlFor={`${id}p`}>{t("signIn.password")}</label>
      <input
        id={`${id}p`}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(e) => setPassword(e.target.value)}
        required
      />
      <Trouble error={error} />
      <button type="submit" className="main" disabled={busy || !account || !password}>
        {t("signIn.go")}
      </button>
    </form>
  );
}
