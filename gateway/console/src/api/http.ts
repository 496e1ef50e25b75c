import { problemFrom, Refused, Unanswered } from "./problem";

export interface Answer<T> {
  readonly body: T;
  readonly etag: string | null;
  /** The change to watch; null when the command changed nothing. */
  readonly change: string | null;
}

export interface Asking {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  /** A file in the place of a body: sent as it is. */
  readonly file?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const SAFE = new Set(["GET"]);
const surroundings = {
  language: "zh",
  /** Called when the session has ended, so that the page can ask to sign in again. */
  signedOut: () => {},
};

export function speak(language: string): void {
  surroundings.language = language;
}

export function whenSignedOut(listener: () => void): void {
  surroundings.signedOut = listener;
}

export const languageHeader = (): string => surroundings.language;

export const sessionHasEnded = (): void => surroundings.signedOut();

function csrfToken(): string {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return found?.[1] ? decodeURIComponent(found[1]) : "";
}

async function send(path: string, asking: Asking): Promise<Response> {
  const method = asking.method ?? "GET";
  const headers: Record<string, string> = {
    Accept: "application/json, application/problem+json",
    "Accept-Language": surroundings.language,
    ...asking.headers,
  };
  if (asking.body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  if (asking.file) {
    headers["Content-Type"] = "application/octet-stream";
  }
  if (!SAFE.has(method)) {
    headers["X-XSRF-TOKEN"] = csrfToken();
  }
  try {
    return await fetch(path, {
      method,
      headers,
      body: asking.file ?? (asking.body === undefined ? undefined : JSON.stringify(asking.body)),
      signal: asking.signal,
      credentials: "same-origin",
      cache: "no-store",
    });
  } catch (e) {
    if (asking.signal?.aborted) {
      throw e;
    }
    throw new Unanswered(path);
  }
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function refusal(response: Response): Promise<Refused> {
  const body = await parsed(response);
  return new Refused(problemFrom(response.status, body, response.headers.get("Retry-After")));
}

/**
 * @throws Refused when the platform says no, Unanswered when it says nothing
 */
export async function ask<T>(path: string, asking: Asking = {}): Promise<Answer<T>> {
  let response = await send(path, asking);
  if (!response.ok) {
    let refused = await refusal(response);
    if (refused.problem.status === 403 && refused.problem.code === "csrf") {
      await send("/session", {});
      response = await send(path, asking);
      refused = response.ok ? refused : await refusal(response);
    }
    if (!response.ok) {
      if (
        refused.problem.status === 401 &&
        refused.problem.code !== "clocks-differ" &&
        !path.startsWith("/session")
      ) {
        surroundings.signedOut();
      }
      throw refused;
    }
  }
  return {
    body: (await parsed(response)) as T,
    etag: response.headers.get("ETag"),
    change: response.headers.get("Huiwu-Change"),
  };
}

export const read = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await ask<T>(path, { signal })).body;
