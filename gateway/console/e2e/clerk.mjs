import { randomBytes } from "node:crypto";
import { fillConference, makeConference } from "./conference.mjs";

const DESKS = [
  "registration",
  "accommodation",
  "catering",
  "transport",
  "excursion",
  "venue",
  "duty",
];

/** Somebody with a seat at every desk, without a browser: asks the platform as its pages do. */
export class Clerk {
  #cookies = new Map();

  constructor(url) {
    this.url = url.replace(/\/$/, "");
  }

  async ask(method, address, body, headers = {}) {
    const answer = await fetch(this.url + address, {
      method,
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": randomBytes(16).toString("hex"),
        Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        "X-XSRF-TOKEN": decodeURIComponent(this.#cookies.get("XSRF-TOKEN") ?? ""),
        ...headers,
      },
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name, value] = set.split(";")[0].split("=");
      this.#cookies.set(name, value);
    }
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${address}: ${answer.status} ${text}`);
    }
    const json = text ? JSON.parse(text) : null;
    return headers["If-Match"] === "?" ? { json, etag: answer.headers.get("etag") } : json;
  }

  async signIn(account, password) {
    await this.ask("GET", "/session").catch(() => {});
    return this.ask("POST", "/session", { account, password });
  }

  /** A rehearsal of a small conference, with everybody's lists; the clerk may have more roles. */
  static async withConference(url, account, password, more = []) {
    const administrator = new Clerk(url);
    const me = await administrator.signIn(account, password);
    const chosen = randomBytes(12).toString("base64url");
    if (me.mustChangePassword) {
      await administrator.ask("PUT", "/session/password", { current: password, new: chosen });
    }
    const conference = await makeConference(administrator);
    const user = { account: `site-${Date.now()}`, name: "陈静", password: `${chosen}-site` };
    await administrator.ask("POST", "/accounts", user);
    for (const role of [...DESKS, ...more]) {
      await administrator.ask("PUT", `/accounts/${user.account}/grants/${conference}/${role}`);
    }
    const clerk = new Clerk(url);
    clerk.conference = conference;
    clerk.administrator = administrator;
    clerk.user = user;
    await clerk.signIn(user.account, user.password);
    await fillConference(clerk, conference);
    return clerk;
  }

  /** Somebody else at one of the desks of this conference. */
  async colleague(name, ...roles) {
    const made = {
      account: `desk-${randomBytes(6).toString("hex")}`,
      name,
      password: randomBytes(12).toString("base64url"),
    };
    await this.administrator.ask("POST", "/accounts", made);
    for (const role of roles) {
      const grant = `/accounts/${made.account}/grants/${this.conference}/${role}`;
      await this.administrator.ask("PUT", grant);
    }
    return made;
  }

  at(service, rest) {
    return `/api/${service}/conferences/${this.conference}/${rest}`;
  }

  async contacts(contacts) {
    await this.ask("POST", this.at("notification", "contacts"), contacts, {
      "Huiwu-Role": "registration",
    });
  }

  receives(contact, pattern) {
    return this.ask(
      "POST",
      this.at("notification", "audience-rules"),
      { pattern, contact, effect: "add" },
      { "Huiwu-Role": "registration" },
    );
  }

  /** What time it is at the rehearsal. */
  setClock(localTime) {
    return this.ask("POST", this.at("notification", "rehearsal-clock"), { localTime, rate: 1 });
  }

  /** Everybody on a bus is aboard but the first. */
  async callTheRoll(trip, riders, happenedAt) {
    const [absent, ...aboard] = riders.map((p) => p.id);
    return this.ask(
      "POST",
      this.at("transport-dispatch", `trips/${trip}/roll-calls`),
      { happenedAt, aboard, absent: [absent], unexpected: [] },
      { "Huiwu-Role": "liaison" },
    );
  }

  /** An office's file, read into people; its name is the delegation's code. */
  bring(roster, name) {
    const address = this.at("registration", `rosters?name=${encodeURIComponent(name)}`);
    return this.ask("POST", address, roster, {
      "Content-Type": "application/octet-stream",
      "Huiwu-Role": "registration",
    });
  }

  async goLive() {
    await this.setClock("2026-06-09T09:00");
    await this.ask("POST", this.at("notification", "live"));
  }

  async link(contact) {
    const made = await this.ask("POST", this.at("notification", `contacts/${contact}/links`));
    return made.link;
  }

  revoke(contact) {
    return this.ask("POST", this.at("notification", `contacts/${contact}/revocations`));
  }

  /** The newest code that was sent to a number. */
  async codeFor(phone) {
    for (let i = 0; i < 80; i++) {
      const sink = await this.ask("GET", this.at("notification", "sink"));
      const codes = sink
        .filter((l) => l.address === phone && /验证码|code is/.test(l.text))
        .map((l) => /\d{6}/.exec(l.text)[0]);
      if (codes.length > 0) {
        return codes[codes.length - 1];
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error("no code was sent");
  }

  async settled(manifest, atLeast) {
    for (let i = 0; i < 80; i++) {
      const found = await this.ask("GET", this.at("notification", `manifests/${manifest}`)).catch(
        () => null,
      );
      if (found && found.version >= atLeast) {
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`${manifest} has no version ${atLeast}`);
  }

  /** @returns the first of those whom the duty room has to call, once there is one */
  async callsToMake() {
    for (let i = 0; i < 240; i++) {
      const open = await this.ask(
        "GET",
        this.at("notification", "call-tasks?open=true&limit=1"),
        undefined,
        {
          "Huiwu-Role": "duty",
        },
      );
      if (open.length > 0) {
        return open[0].id;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error("nobody is to be called");
  }

  /** @returns the version that it has once no more come */
  async atRest(manifest) {
    for (let before = 0; ; ) {
      const { version } = await this.settled(manifest, 1);
      if (version === before) {
        return version;
      }
      before = version;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    }
  }

  /** The lines of a list once they are as they must be. */
  async listWith(manifest, asItMustBe) {
    for (let i = 0; i < 80; i++) {
      const { lines } = await this.ask("GET", this.at("notification", `manifests/${manifest}`));
      if (asItMustBe(lines)) {
        return lines;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`${manifest} did not follow`);
  }

  people() {
    return this.ask("GET", this.at("registration", "participants"));
  }

  async cancelStop(code) {
    const address = this.at("excursion", `stops/${code}`);
    const now = await this.ask("GET", address);
    return this.ask("DELETE", address, undefined, {
      "If-Match": `"${now.version}"`,
      "Huiwu-Role": "excursion",
    });
  }

  async switchRoute(person, route) {
    const address = this.at("excursion", `memberships/${person}`);
    const now = await this.ask("GET", address);
    return this.ask(
      "PUT",
      `${address}/route`,
      { route },
      { "If-Match": `"${now.version}"`, "Huiwu-Role": "excursion" },
    );
  }
}
