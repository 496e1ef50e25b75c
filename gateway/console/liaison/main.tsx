import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { speak as askIn } from "../src/api/http";
import { Phone } from "./phone";
import { App } from "./views/App";
import { Guard } from "./views/Guard";
import { chosenLanguage, speak } from "./words";
import "./liaison.css";
import "./parts.css";
import "./rooms.css";

const HIDDEN_TOO_LONG_MILLIS = 15 * 60_000;

speak(chosenLanguage());
askIn(chosenLanguage());

const phone = new Phone();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Guard>
        <App phone={phone} />
      </Guard>
    </StrictMode>,
  );
}

void phone.start();

addEventListener("online", () => phone.wake());
addEventListener("offline", () => phone.lost());

let hiddenAt = 0;
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    hiddenAt = Date.now();
  } else if (hiddenAt > 0 && Date.now() - hiddenAt > HIDDEN_TOO_LONG_MILLIS) {
    void phone.lock();
  } else {
    phone.wake();
  }
});

if ("serviceWorker" in navigator) {
  // without it the page still works, as long as it is not closed without a network
  void navigator.serviceWorker.register("/liaison/sw.js", { scope: "/liaison" });
  // asked for, so that a phone short of room does not throw unsent deeds away
  void navigator.storage?.persist?.();
}
