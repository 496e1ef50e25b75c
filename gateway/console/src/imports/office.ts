import type { Delegation } from "../api/types";

const SHORTEST = 2;

const withoutEnding = (fileName: string): string =>
  fileName.slice(fileName.search(/[^/\\]*$/)).replace(/\.[A-Za-z0-9]{1,5}$/, "");

const words = (text: string): string[] => text.toUpperCase().split(/[^0-9A-Z]+/);

/** How much of the beginning of a name stands somewhere in a text. */
function longestBeginning(name: string, text: string): number {
  for (let length = name.length; length >= SHORTEST; length--) {
    if (text.includes(name.slice(0, length))) {
      return length;
    }
  }
  return 0;
}

/**
 * Whose roster a file is, by what it is called: the office's code, alone or as a word of it, or the
 * most of an office's name. Null where that says nothing, or two things.
 */
export function officeOf(fileName: string, delegations: readonly Delegation[]): string | null {
  const name = withoutEnding(fileName);
  const exact = delegations.find((d) => d.code.toUpperCase() === name.trim().toUpperCase());
  if (exact) {
    return exact.code;
  }
  const said = words(name);
  const byCode = delegations.filter((d) => said.includes(d.code.toUpperCase()));
  if (byCode.length === 1) {
    return byCode[0]?.code ?? null;
  }
  const lengths = delegations.map((d) => longestBeginning(d.name, name));
  const most = Math.max(0, ...lengths);
  const nearest = delegations.filter((_, i) => most > 0 && lengths[i] === most);
  return nearest.length === 1 ? (nearest[0]?.code ?? null) : null;
}
