import type { Standing } from "../api/telling";

/** Of whom nothing is known but that they receive it: they have not been told yet. */
const notTold = (contact: string, manifest: string): Standing => ({
  contact,
  manifest,
  told: 0,
  sent: 0,
  seen: 0,
  acknowledged: 0,
  owedSince: null,
  due: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  acknowledgedHow: null,
  ladderStep: 0,
  active: true,
});

const owes = (s: Standing): number => (s.active && s.told > s.acknowledged ? 0 : s.active ? 1 : 2);

/** Everybody who receives a manifest or did, those who owe an acknowledgement first. */
export function recipients(
  manifest: string,
  standings: readonly Standing[],
  receive: readonly string[],
): readonly Standing[] {
  const known = new Set(standings.map((s) => s.contact));
  return [
    ...standings,
    ...receive.filter((c) => !known.has(c)).map((c) => notTold(c, manifest)),
  ].sort((a, b) => owes(a) - owes(b) || a.contact.localeCompare(b.contact));
}
