import { inRole } from "../../src/api/deeds";
import { ask } from "../../src/api/http";
import { isRefused, Unanswered } from "../../src/api/problem";
import type { Deed } from "./deed";
import type { Posted } from "./queue";

const LATER_MILLIS = 15_000;
const OVERLOADED = new Set([408, 425, 429]);

/** Sends a deed to the platform, under its own key. */
export async function post(deed: Deed): Promise<Posted> {
  try {
    const { body } = await ask<unknown>(deed.path, {
      method: "POST",
      body: JSON.parse(deed.body),
      headers: { "Idempotency-Key": deed.id, ...inRole("liaison") },
    });
    return { kind: "taken", body };
  } catch (e) {
    if (e instanceof Unanswered) {
      return { kind: "later", millis: LATER_MILLIS };
    }
    if (!isRefused(e)) {
      throw e;
    }
    const { status, code, title, detail, retryAfterSeconds } = e.problem;
    if (status === 401) {
      return { kind: "signed-out" };
    }
    if (status >= 500 || OVERLOADED.has(status)) {
      return { kind: "later", millis: (retryAfterSeconds ?? 0) * 1_000 || LATER_MILLIS };
    }
    return { kind: "refused", refusal: { status, code, title, detail } };
  }
}
