import { ask, read } from "./http";
import { type Issuer, isRefused } from "./problem";
import type { Me } from "./types";

export interface Standing {
  /** Null when nobody is signed in. */
  readonly me: Me | null;
  /** Where else one may sign in. */
  readonly issuers: readonly Issuer[];
}

export async function whoAmI(): Promise<Standing> {
  try {
    return { me: await read<Me>("/session"), issuers: [] };
  } catch (e) {
    if (isRefused(e, 401)) {
      return { me: null, issuers: e.problem.issuers };
    }
    throw e;
  }
}

/** Signing in exchanges the session and its token, so who one is now is asked anew. */
export async function signIn(account: string, password: string): Promise<Me> {
  const { body } = await ask<Me>("/session", { method: "POST", body: { account, password } });
  return (await whoAmI()).me ?? body;
}

export async function signOut(): Promise<void> {
  await ask("/session", { method: "DELETE" });
}

export async function changePassword(current: string, chosen: string): Promise<void> {
  await ask("/session/password", { method: "PUT", body: { current, new: chosen } });
}
