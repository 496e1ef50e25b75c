import { useState, useSyncExternalStore } from "react";
import { speak as askIn } from "../../src/api/http";
import { Mark } from "../../src/styles/Mark";
import type { Phone } from "../phone";
import { choose, language, t } from "../words";
import { Choosing } from "./Choosing";
import { Desk } from "./Desk";
import { Locked } from "./Locked";
import { NewPassword } from "./NewPassword";
import { NewPin } from "./NewPin";
import { SignIn } from "./SignIn";
import { Trouble } from "./Trouble";

export function App({ phone }: { readonly phone: Phone }) {
  const now = useSyncExternalStore(phone.subscribe, phone.current);
  const [, setLanguage] = useState(language());
  const switchLanguage = () => {
    choose(language() === "zh" ? "en" : "zh");
    askIn(language());
    setLanguage(language());
  };
  if (now.stage === "open") {
    return <Desk phone={phone} now={now} switchLanguage={switchLanguage} />;
  }
  return (
    <div className="gate-page" data-stage={now.stage}>
      <header className="gate-head">
        <Mark size={36} />
        <strong>{t("app")}</strong>
        <button type="button" className="quiet" onClick={switchLanguage}>
          {t("language.other")}
        </button>
      </header>
      <main>
        {now.ended && (
          <p className="notice warn" role="status">
            {t("ended")} {now.ended.unsent > 0 && t("ended.unsent", { n: now.ended.unsent })}
          </p>
        )}
        <Within phone={phone} stage={now.stage} />
      </main>
    </div>
  );
}

function Within({ phone, stage }: { readonly phone: Phone; readonly stage: string }) {
  const now = phone.current();
  switch (stage) {
    case "signed-out":
      return <SignIn phone={phone} />;
    case "new-password":
      return <NewPassword phone={phone} />;
    case "locked":
      return <Locked phone={phone} />;
    case "choosing":
      return <Choosing phone={phone} now={now} />;
    case "new-pin":
      return <NewPin phone={phone} />;
    case "insecure":
      return <p className="notice bad">{t("insecure")}</p>;
    case "elsewhere":
      return <p className="notice">{t("elsewhere")}</p>;
    default:
      return now.error ? <Trouble error={now.error} /> : <p className="muted">{t("opening")}</p>;
  }
}
