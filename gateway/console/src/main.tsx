import { createRoot } from "react-dom/client";
import { speak } from "./api/http";
import { whoAmI } from "./api/session";
import { followDevice } from "./desk/theme";
import { I18n, preferredLanguage } from "./i18n/I18n";
import { loadBundle } from "./i18n/messages";
import { Door } from "./session/Door";
import { Fallen } from "./session/Fallen";
import "./styles/base.css";
import "./styles/print.css";

const language = preferredLanguage();
speak(language);
followDevice();

const asked = whoAmI().then(
  (standing) => ({ ...standing, failed: false }),
  () => ({ me: null, issuers: [], failed: true }),
);

const root = document.getElementById("root");
if (!root) {
  throw new Error("index.html has no #root");
}
const [bundle, { me, issuers, failed }] = await Promise.all([loadBundle(language), asked]);
createRoot(root).render(
  <I18n language={language} bundle={bundle}>
    <Fallen>
      <Door me={me} issuers={issuers} failed={failed} />
    </Fallen>
  </I18n>,
);
