import { type FormEvent, useState } from "react";
import type { Phone } from "../phone";
import { t } from "../words";
import { PinField, SHORTEST_PIN } from "./PinField";
import { Trouble } from "./Trouble";
import { useWork } from "./useWork";

export function NewPin({ phone }: { readonly phone: Phone }) {
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const { busy, error, work } = useWork();
  const differ = again.length >= pin.length && pin !== again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pin === again && pin.length >= SHORTEST_PIN) {
      void work(() => phone.setPin(pin));
    }
  };
  return (
    <form className="form" onSubmit={submit}>
      <h1>{t("pin.new")}</h1>
      <p className="muted">{t("pin.about")}</p>
      <PinField name="pin" label={t("pin.choose")} value={pin} change={setPin} fresh />
      <PinField name="pin-again" label={t("pin.again")} value={again} change={setAgain} fresh />
      {differ && <p className="notice warn">{t("pin.differ")}</p>}
      <Trouble error={error} />
      <button
        type="submit"
        className="main"
        disabled={busy || pin.length < SHORTEST_PIN || pin !== again}
      >
        {t(busy ? "pin.sealing" : "pin.keep")}
      </button>
    </form>
  );
}
