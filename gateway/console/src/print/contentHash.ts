import type { Fields, ManifestContent } from "../api/types";

const BITS = 256n;
const ENDS = 1n << BITS;
const SHOWN = 12;

/** A line as the owner hashes it: key, then each field's name and value, by name. */
const text = (key: string, fields: Fields): string =>
  key +
  Object.keys(fields)
    .sort()
    .map((name) => `\u0001${name}\u0002${fields[name]}`)
    .join("");

async function digest(of: string): Promise<bigint> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(of));
  return [...new Uint8Array(bytes)].reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/**
 * The hash of a manifest's content as its owner has it (ContentHash of the manifests library): the
 * sum of its lines' and its header's digests, whatever their order. It is of what this page has, so
 * that two papers with the same hash say the same.
 *
 * @returns 64 hexadecimal digits; null where the browser has no digests: not on a secure address
 */
export async function contentHash(content: ManifestContent): Promise<string | null> {
  if (!globalThis.crypto?.subtle) {
    return null;
  }
  const lines: [string, Fields][] = Object.entries(content.lines);
  if (!content.closed) {
    lines.push(["", content.header]);
  }
  const digests = await Promise.all(lines.map(([key, fields]) => digest(text(key, fields))));
  const sum = digests.reduce((all, one) => (all + one) % ENDS, 0n);
  return sum.toString(16).padStart(Number(BITS) / 4, "0");
}

/** As many digits as one compares by eye. */
export const shortHash = (hash: string): string =>
  hash.slice(0, SHOWN).replace(/(.{4})(?=.)/g, "$1 ");
