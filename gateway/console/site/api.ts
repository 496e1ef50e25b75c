import { language, t } from "./words.ts";

/** A refusal in words; no code where nobody answered. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
  ) {
    super(code);
  }
}

export const CLOSED = "link-not-valid";
export const OTHER_LINK = "another-link-was-opened";

/** Until it is known whose page this is. */
const NOBODYS = "open";

let page = NOBODYS;
let contact: Date | null = null;

/** Says with every question whose page this is. */
export function isPage(session: string): void {
  page = session;
}

/** When the platform was last heard of. */
export const lastContact = (): Date | null => contact;

export function heard(): void {
  contact = new Date();
}

export async function ask<T>(
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  key?: string,
): Promise<T> {
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Accept-Language": language() === "zh" ? "zh-CN" : "en",
  };
  if (method === "POST" || page !== NOBODYS) {
    headers["X-Huiwu-Site"] = page;
  }
  if (method === "POST") {
    headers["Content-Type"] = "application/json";
  }
  if (key) {
    headers["Idempotency-Key"] = key;
  }
  let answer: Response;
  try {
    answer = await fetch(`/site${path}`, {
      method,
      headers,
      body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
      credentials: "same-origin",
      cache: "no-store",
    });
  } catch {
    throw new Problem(0, "", t("failed.title"), t("offline.now"));
  }
  const text = await answer.text().catch(() => "");
  const json = read(text);
  if (!answer.ok) {
    const said = (json ?? {}) as { code?: string; title?: string; detail?: string };
    throw new Problem(
      answer.status,
      said.code ?? "",
      said.title ?? t("failed.title"),
      said.detail ?? t("unreadable"),
    );
  }
  heard();
  return json as T;
}

function read(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Another one each time; it need not be secret. */
export function freshKey(): string {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  return Array.from(bytes, (b) => (b < 16 ? "0" : "") + b.toString(16)).join("");
}

export const manifestPath = (manifest: string): string =>
  `/manifests/${encodeURIComponent(manifest)}`;
