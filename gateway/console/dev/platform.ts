import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import http from "node:http";
import type { Connect, Plugin } from "vite";

/**
 * For developing only, never shipped. Stands for the gateway before a platform that has no sign-in:
 * accounts and sessions as in the session API, the identity headers, the nonce and the
 * Content-Security-Policy. The password of every account is its name.
 */
const ROLES: Record<string, string[]> = {
  duty: ["excursion", "registration", "catering", "duty"],
  excursion: ["excursion"],
  catering: ["catering"],
  protocol: ["protocol"],
  newcomer: ["registration"],
};

const POLICY = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

interface SignedIn {
  readonly account: string;
  mustChangePassword: boolean;
}

const sessions = new Map<string, SignedIn>();

function cookie(request: IncomingMessage, name: string): string {
  const found = new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(request.headers.cookie ?? "");
  return found?.[1] ?? "";
}

function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  return new Promise((resolve) => {
    let text = "";
    request.on("data", (piece) => {
      text += piece;
    });
    request.on("end", () => resolve(text ? JSON.parse(text) : {}));
  });
}

function say(response: ServerResponse, status: number, body?: object): void {
  response.statusCode = status;
  if (body) {
    response.setHeader("Content-Type", "application/json");
  }
  response.end(body ? JSON.stringify(body) : undefined);
}

function refuse(response: ServerResponse, status: number, code: string, title: string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "application/problem+json");
  response.end(
    JSON.stringify({ status, code, title, detail: "", type: `urn:huiwu:problem:${code}` }),
  );
}

async function me(target: string, signedIn: SignedIn): Promise<object> {
  const answer = await fetch(`${target}/api/registration/conferences`);
  const conferences = (await answer.json()) as { id: string }[];
  return {
    account: signedIn.account,
    name: signedIn.account,
    mustChangePassword: signedIn.mustChangePassword,
    platformRoles: [],
    conferences: conferences.map(({ id }) => ({ id, roles: ROLES[signedIn.account] })),
  };
}

async function session(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const signedIn = sessions.get(cookie(request, "HUIWU"));
  const token = cookie(request, "XSRF-TOKEN") || randomBytes(12).toString("hex");
  const cookies = [`XSRF-TOKEN=${token}; Path=/; SameSite=Strict`];
  response.setHeader("Set-Cookie", cookies);
  if (request.method !== "GET" && request.headers["x-xsrf-token"] !== token) {
    refuse(response, 403, "csrf", "CSRF");
  } else if (request.url === "/session/password" && request.method === "PUT" && signedIn) {
    signedIn.mustChangePassword = false;
    say(response, 204);
  } else if (request.method === "POST") {
    const { account = "", password = "" } = await bodyOf(request);
    if (!ROLES[account] || password !== account) {
      refuse(response, 401, "sign-in-refused", "账号或密码不对 / Account or password is wrong");
      return;
    }
    const id = randomBytes(16).toString("hex");
    const fresh = { account, mustChangePassword: account === "newcomer" };
    sessions.set(id, fresh);
    response.setHeader("Set-Cookie", [
      ...cookies,
      `HUIWU=${id}; Path=/; HttpOnly; SameSite=Strict`,
    ]);
    say(response, 200, await me(target, fresh));
  } else if (request.method === "DELETE") {
    sessions.delete(cookie(request, "HUIWU"));
    say(response, 204);
  } else if (signedIn) {
    say(response, 200, await me(target, signedIn));
  } else {
    refuse(response, 401, "not-signed-in", "未登录 / Not signed in");
  }
}

function pass(target: string, request: IncomingMessage, response: ServerResponse): void {
  const signedIn = sessions.get(cookie(request, "HUIWU"));
  if (!signedIn) {
    refuse(response, 401, "not-signed-in", "未登录 / Not signed in");
    return;
  }
  const roles = ROLES[signedIn.account] ?? [];
  const wanted = String(request.headers["huiwu-role"] ?? roles[0]);
  const onward = http.request(
    target + request.url,
    {
      method: request.method,
      headers: { ...request.headers, "huiwu-actor": signedIn.account, "huiwu-role": wanted },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
    },
  );
  onward.on("error", () => refuse(response, 503, "service-unavailable", "503"));
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}

const door =
  (target: string): Connect.NextHandleFunction =>
  (request, response, next) => {
    const url = request.url ?? "";
    if (url.startsWith("/session")) {
      void session(target, request, response);
    } else if (url.startsWith("/api/")) {
      pass(target, request, response);
    } else {
      next();
    }
  };

/** The built page as the gateway serves it: a nonce for each answer, and the strict policy. */
const page: Connect.NextHandleFunction = (request, response, next) => {
  const path = (request.url ?? "").split("?")[0];
  if (path !== "/" && path !== "/index.html") {
    next();
    return;
  }
  const nonce = randomBytes(16).toString("base64");
  response.setHeader("Content-Security-Policy", POLICY(nonce));
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  const built = process.env.HUIWU_CONSOLE_OUT ?? "dist";
  response.end(readFileSync(`${built}/index.html`, "utf8").replaceAll("__NONCE__", nonce));
};

export function platform(target: string): Plugin {
  return {
    name: "huiwu-platform",
    configureServer: (server) => {
      server.middlewares.use(door(target));
    },
    configurePreviewServer: (server) => {
      server.middlewares.use(door(target));
      server.middlewares.use(page);
    },
  };
}
