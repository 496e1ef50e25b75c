import { describe, expect, it } from "vitest";
import { newLock, openLock, seal, unseal } from "../liaison/keep/cipher";
import type { Kept } from "../liaison/keep/kept";
import { Vault, waitAfter } from "../liaison/keep/vault";

const ROUNDS = 1_000;
const PIN = "428190";
const NOW = 1_780_000_000_000;
const END = NOW + 86_400_000;

/** Keeps as the database does: a copy of what was put, all of one call or nothing. */
class InMemory implements Kept {
  entries = new Map<string, unknown>();

  async get(name: string): Promise<unknown> {
    return this.entries.get(name);
  }

  async put(entries: Readonly<Record<string, unknown>>): Promise<void> {
    for (const [name, value] of Object.entries(entries)) {
      this.entries.set(name, value);
    }
  }

  async wipe(): Promise<void> {
    this.entries.clear();
  }
}

const book = { names: ["张伟", "赵薇"] };

async function kept(): Promise<InMemory> {
  const memory = new InMemory();
  const vault = new Vault(memory, ROUNDS);
  await vault.create(PIN, END);
  await vault.write({ book }, 2);
  return memory;
}

async function found(memory: Kept, now = NOW): Promise<Vault> {
  const vault = new Vault(memory, ROUNDS);
  await vault.find(now);
  return vault;
}

describe("what is kept on the phone", () => {
  it("is read again by another page that knows the PIN", async () => {
    const vault = await found(await kept());
    expect(await vault.unlock(PIN, NOW)).toEqual({ kind: "open" });
    expect(await vault.read("book")).toEqual(book);
    expect(await vault.read("roll")).toBeNull();
  });

  it("says nothing of anybody to who has the database alone", async () => {
    const memory = await kept();
    const bytes = (value: unknown): string => {
      if (value instanceof ArrayBuffer) {
        return new TextDecoder().decode(value);
      }
      return typeof value === "object" && value !== null && !(value instanceof CryptoKey)
        ? Object.values(value).map(bytes).join(" ")
        : String(value);
    };
    const all = [...memory.entries.values()].map(bytes).join(" ");
    expect(all).not.toContain("张伟");
    expect(all).not.toContain(PIN);
  });

  it("is opened by the right PIN and by this browser's key only", async () => {
    const { lock, key } = await newLock(PIN, ROUNDS);
    expect(lock.device.extractable).toBe(false);
    expect(key.extractable).toBe(false);
    expect(await openLock(lock, "428191")).toBeNull();
    const sealed = await seal(key, book);
    const again = await openLock(lock, PIN);
    expect(again && (await unseal(again, sealed))).toEqual(book);
    const other = await newLock(PIN, ROUNDS);
    await expect(openLock({ ...lock, device: other.lock.device }, PIN)).rejects.toThrow();
  });

  it("makes who tries PINs wait longer and longer, and throws nothing away", async () => {
    const memory = await kept();
    const vault = await found(memory);
    for (let n = 1; n < 5; n++) {
      expect(await vault.unlock("000000", NOW)).toEqual({ kind: "wrong", waitMillis: 0 });
    }
    expect(await vault.unlock("000000", NOW)).toEqual({ kind: "wrong", waitMillis: 30_000 });
    // another page has not forgotten it
    const again = await found(memory);
    expect(await again.unlock(PIN, NOW + 10_000)).toEqual({ kind: "wait", waitMillis: 20_000 });
    expect(await again.unlock(PIN, NOW + 30_000)).toEqual({ kind: "open" });
    expect(await again.read("book")).toEqual(book);
    expect(waitAfter(100)).toBe(15 * 60_000);
  });

  it("goes at the conference's end, without a PIN, and says how much was unsent", async () => {
    const memory = await kept();
    const vault = new Vault(memory, ROUNDS);
    expect(await vault.find(END - 1)).toEqual({ ended: false, unsent: 2 });
    expect(await vault.find(END)).toEqual({ ended: true, unsent: 2 });
    expect(memory.entries.size).toBe(0);
    expect(await vault.find(END)).toBeNull();
  });

  it("is read by nobody while it is locked", async () => {
    const vault = await found(await kept());
    await expect(vault.read("book")).rejects.toThrow("locked");
    await vault.unlock(PIN, NOW);
    vault.close();
    await expect(vault.write({ book })).rejects.toThrow("locked");
  });
});
