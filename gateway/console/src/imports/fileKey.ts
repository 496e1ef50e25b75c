import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const LENGTH = 32;

/**
 * The same for the same file of the same office on top of the same roster: tried again, because no
 * answer came, it is one upload; sent again after another file of the office, it is a new one.
 *
 * A page that was opened by a bare address has no crypto.subtle.
 */
export function fileKey(name: string, content: Uint8Array, newest: string | null): string {
  const hash = sha256.create();
  hash.update(new TextEncoder().encode(`${name}\0${newest ?? ""}\0`));
  hash.update(content);
  return bytesToHex(hash.digest()).slice(0, LENGTH);
}
