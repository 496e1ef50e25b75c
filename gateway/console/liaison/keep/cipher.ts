/** What AES-GCM has made of something. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/**
 * By what the key of all that is kept is opened again: the PIN, and a key of this browser that no
 * script can read out. Neither is enough alone (ADR 0033 says what that protects from).
 */
export interface Lock {
  readonly device: CryptoKey;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  readonly wrapped: Sealed;
}

/** OWASP's figure for PBKDF2 with SHA-256 (2023): a good half second on a phone of today. */
export const ROUNDS = 600_000;

const AES = "AES-GCM";
const KEY_BITS = 256;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const USES: KeyUsage[] = ["encrypt", "decrypt"];

const random = (bytes: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(bytes));

async function encrypted(key: CryptoKey, data: BufferSource): Promise<Sealed> {
  const iv = random(IV_BYTES);
  return { iv, data: await crypto.subtle.encrypt({ name: AES, iv }, key, data) };
}

const decrypted = (key: CryptoKey, { iv, data }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: AES, iv }, key, data);

const dataKey = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, AES, false, USES);

async function keyOfPin(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(pin),
    "PBKDF2",
    false,
    ["deriveKey"],
  );
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    typed,
    { name: AES, length: KEY_BITS },
    false,
    USES,
  );
}

/** A new key for all that is to be kept, and the lock that it is behind. */
export async function newLock(
  pin: string,
  rounds = ROUNDS,
): Promise<{ lock: Lock; key: CryptoKey }> {
  const raw = random(KEY_BITS / 8);
  const salt = random(SALT_BYTES);
  const device = await crypto.subtle.generateKey({ name: AES, length: KEY_BITS }, false, USES);
  const inner = await encrypted(await keyOfPin(pin, salt, rounds), raw);
  const both = new Uint8Array(IV_BYTES + inner.data.byteLength);
  both.set(inner.iv);
  both.set(new Uint8Array(inner.data), IV_BYTES);
  const lock = { device, salt, rounds, wrapped: await encrypted(device, both) };
  const key = await dataKey(raw);
  raw.fill(0);
  return { lock, key };
}

/** @returns null when the PIN is wrong */
export async function openLock(lock: Lock, pin: string): Promise<CryptoKey | null> {
  const both = new Uint8Array(await decrypted(lock.device, lock.wrapped));
  const inner = { iv: both.slice(0, IV_BYTES), data: both.slice(IV_BYTES).buffer };
  try {
    const raw = await decrypted(await keyOfPin(pin, lock.salt, lock.rounds), inner);
    return await dataKey(raw);
  } catch (e) {
    if (e instanceof DOMException && e.name === "OperationError") {
      return null;
    }
    throw e;
  }
}

export const seal = (key: CryptoKey, value: unknown): Promise<Sealed> =>
  encrypted(key, new TextEncoder().encode(JSON.stringify(value)));

export async function unseal(key: CryptoKey, sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await decrypted(key, sealed)));
}
