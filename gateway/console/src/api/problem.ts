/** RFC 9457, as the services and the gateway say it, in the language that was asked for. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly message?: string }[];
  /** With 412: what stands there now. */
  readonly current?: unknown;
  readonly retryAfterSeconds?: number;
  /** With 401: where else one may sign in. */
  readonly issuers: readonly Issuer[];
}

export interface Issuer {
  readonly name: string;
  readonly href: string;
}

/** The platform answered, and said no. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}`);
  }
}

/** No answer came: whether the request arrived is not known. */
export class Unanswered extends Error {}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Reads whatever came with a status of 400 or more; a proxy's HTML page becomes a bare status. */
export function problemFrom(status: number, body: unknown, retryAfter: string | null): Problem {
  const said = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const seconds = Number(retryAfter);
  const errors = Array.isArray(said.errors) ? (said.errors as Record<string, unknown>[]) : [];
  return {
    status,
    code: text(said.code) || text(said.type).replace(/^urn:huiwu:problem:/, "") || `http-${status}`,
    title: text(said.title),
    detail: text(said.detail),
    errors: errors.map((e) => ({ field: text(e.field), message: text(e.message) || undefined })),
    current: said.current,
    issuers: issuersFrom(said.issuers),
    retryAfterSeconds: retryAfter && Number.isFinite(seconds) ? seconds : undefined,
  };
}

/** Only addresses of this door: nobody is sent elsewhere by what a body says. */
const issuersFrom = (said: unknown): Issuer[] =>
  (Array.isArray(said) ? (said as Record<string, unknown>[]) : [])
    .map((one) => ({ name: text(one.name), href: text(one.href) }))
    .filter(({ href }) => /^\/(?!\/)/.test(href));

export const isRefused = (e: unknown, status?: number): e is Refused =>
  e instanceof Refused && (status === undefined || e.problem.status === status);
