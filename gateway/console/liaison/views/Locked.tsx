import { type FormEvent, useEffect, useState } from "react";
import type { Phone } from "../phone";
import { t } from "../words";
import { PinField, SHORTEST_PIN } from "./PinField";
import { SignOut } from "./SignOut";
import { Trouble } from "./Trouble";
import { useWork } from "./useWork";

const SECOND = 1_000;

export function Locked({ phone }: { readonly phone: Phone }) {
  const [pin, setPin] = useState("");
  const [wrong, setWrong] = useState(false);
  const [wait, setWait] = useState(0);
  const { busy, error, work } = useWork();
  useEffect(() => {
    if (wait <= 0) {
      return;
    }
    const tick = setTimeout(() => setWait(wait - 1), SECOND);
    return () => clearTimeout(tick);
  }, [wait]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void work(async () => {
      const opening = await phone.unlock(pin);
      if (opening.kind !== "open") {
        setPin("");
        setWrong(opening.kind === "wrong");
        setWait(Math.ceil(opening.waitMillis / SECOND));
      }
    });
  };
  return (
    <>
      <form className="form" onSubmit={submit}>
        <h1>{t("locked.title")}</h1>
        <PinField name="pin" label={t("locked.pin")} value={pin} change={setPin} />
        {wrong && (
          <p className="notice bad" role="alert">
            {t("locked.wrong")}
          </p>
        )}
        {wait > 0 && <p className="notice warn">{t("locked.wait", { n: wait })}</p>}
        <Trouble error={error} />
        <button
          type="submit"
          className="main"
          disabled={busy || wait > 0 || pin.length < SHORTEST_PIN}
        >
          {t("locked.open")}
        </button>
      </form>
      <SignOut phone={phone} unsent={0} forgotten />
    </>
  );
}
