import { useState } from "react";
import type { Phone } from "../phone";
import { t } from "../words";
import { Trouble } from "./Trouble";
import { useWork } from "./useWork";

interface Props {
  readonly phone: Phone;
  readonly unsent: number;
  /** Offered to who cannot open it: what is unsent is not known then. */
  readonly forgotten?: boolean;
}

/** Wipes the phone. What was not sent goes with it, and that is said before. */
export function SignOut({ phone, unsent, forgotten }: Props) {
  const [asked, setAsked] = useState(false);
  const { busy, error, work } = useWork();
  if (!asked) {
    return (
      <button type="button" className="quiet sign-out" onClick={() => setAsked(true)}>
        {t(forgotten ? "signOut.forgotten" : "signOut")}
      </button>
    );
  }
  return (
    <section className="notice warn sign-out-sure">
      <p>{t("signOut.what")}</p>
      {unsent > 0 && <p className="strong">{t("signOut.unsent", { n: unsent })}</p>}
      {forgotten && <p className="strong">{t("signOut.perhaps")}</p>}
      <Trouble error={error} />
      <div className="side-by-side">
        <button
          type="button"
          className="danger"
          disabled={busy}
          onClick={() => void work(() => phone.signOut())}
        >
          {t("signOut.sure")}
        </button>
        <button type="button" onClick={() => setAsked(false)}>
          {t("cancel")}
        </button>
      </div>
    </section>
  );
}
