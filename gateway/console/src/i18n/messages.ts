import type zh from "./zh";

export type Language = "zh" | "en";
export type Key = keyof typeof zh;
export type Bundle = Readonly<Record<Key, string>>;
export type Params = Readonly<Record<string, string | number>>;

/** Words kept in families, whose members come as data: a code without words is shown as it is. */
export type Family =
  | "action"
  | "callOutcome"
  | "caseState"
  | "channel"
  | "contactRole"
  | "diet"
  | "exception"
  | "field"
  | "how"
  | "kind"
  | "letter"
  | "light"
  | "matterKind"
  | "place"
  | "rank"
  | "reason"
  | "recipient"
  | "role"
  | "roomType"
  | "ripple"
  | "service"
  | "sign"
  | "urgency"
  | "rosterField"
  | "waits"
  | "tray"
  | "office"
  | "itemState"
  | "ladderStep"
  | "reminderKind"
  | "placeholder"
  | "reminded";

/** Where one and many differ, both are given: "one thing | {count} things". */
export function filled(text: string, params: Params = {}): string {
  const [one = text, many = one] = text.split(" | ");
  return (params.count === 1 ? one : many).replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}

export interface Words {
  readonly language: Language;
  readonly t: (key: Key, params?: Params) => string;
  readonly word: (family: Family, code: string) => string;
}

export function wordsOf(language: Language, bundle: Bundle): Words {
  return {
    language,
    t: (key, params) => filled(bundle[key], params),
    word: (family, code) => bundle[`${family}.${code}` as Key] ?? code,
  };
}

export const loadBundle = async (language: Language): Promise<Bundle> =>
  language === "en" ? (await import("./en")).default : (await import("./zh")).default;
