import { type FormEvent, useId, useState } from "react";
import type { Phone } from "../phone";
import { t } from "../words";
import { Trouble } from "./Trouble";
import { useWork } from "./useWork";

/** A password that was given by somebody else is good for one thing: choosing another. */
export function NewPassword({ phone }: { readonly phone: Phone }) {
  const [old, setOld] = useState("");
  const [chosen, setChosen] = useState("");
  const { busy, error, work } = useWork();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void work(() => phone.changePassword(old, chosen));
  };
  return (
    <form className="form" onSubmit={submit}>
      <h1>{t("password.title")}</h1>
      <p className="muted">{t("password.about")}</p>
      <label htmlFor={`${id}o`}>{t("password.old")}</label>
      <input
        id={`${id}o`}
        name="current"
        type="password"
        autoComplete="current-password"
        value={old}
        onChange={(e) => setOld(e.target.value)}
        required
      />
      <label htmlFor={`${id}n`}>{t("password.new")}</label>
      <input
        id={`${id}n`}
        name="new"
        type="password"
        autoComplete="new-password"
        minLength={12}
        value={chosen}
        onChange={(e) => setChosen(e.target.value)}
        required
      />
      <Trouble error={error} />
      <button type="submit" className="main" disabled={busy || !old || !chosen}>
        {t("password.go")}
      </button>
    </form>
  );
}
