import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { speak } from "../api/http";
import { type Bundle, type Language, loadBundle, type Words, wordsOf } from "./messages";

interface Speaking extends Words {
  readonly speakIn: (language: Language) => void;
}

const Context = createContext<Speaking | null>(null);
const REMEMBERED = "huiwu.language";

export function preferredLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === "zh" || remembered === "en") {
    return remembered;
  }
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

interface Props {
  readonly language: Language;
  readonly bundle: Bundle;
  readonly children: ReactNode;
}

/** The language is one for the page, for Ant Design and for what the platform is asked in. */
export function I18n({ language, bundle, children }: Props) {
  const [spoken, setSpoken] = useState({ language, bundle });
  const speakIn = useCallback((next: Language) => {
    localStorage.setItem(REMEMBERED, next);
    void loadBundle(next).then((loaded) => {
      speak(next);
      setSpoken({ language: next, bundle: loaded });
    });
  }, []);
  const value = useMemo<Speaking>(
    () => ({ ...wordsOf(spoken.language, spoken.bundle), speakIn }),
    [spoken, speakIn],
  );
  useEffect(() => {
    document.documentElement.lang = spoken.language === "zh" ? "zh-CN" : "en";
    document.title = value.t("app.name");
  }, [spoken.language, value]);
  return <Context value={value}>{children}</Context>;
}

export function useWords(): Speaking {
  const words = useContext(Context);
  if (!words) {
    throw new Error("outside of I18n");
  }
  return words;
}
