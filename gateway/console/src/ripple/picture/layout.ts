import type { CaseFile, CaseRecipient } from "../../api/telling";
import { localMillis } from "../../duty/urgency";
import { KINDS, type Kind, kindOf } from "../../manifests/naming";
import { outstanding } from "../../telling/caseStory";

/** How somebody stands with a list, as it is drawn: the worst first. */
export const SIGNS = [
  "failed",
  "escalated",
  "late",
  "told",
  "acknowledged",
  "settled",
  "released",
] as const;
export type Sign = (typeof SIGNS)[number];

/** @param now the conference's wall clock as if it were UTC; null while it is not known */
export function signOf(recipient: CaseRecipient, now: number | null): Sign {
  switch (recipient.state) {
    case "acknowledged":
    case "settled":
    case "released":
    case "escalated":
      return recipient.state;
    case "failed":
    case "unknown":
      return "failed";
    default:
      return now !== null && recipient.due !== null && localMillis(recipient.due) < now
        ? "late"
        : "told";
  }
}

interface Spot {
  readonly key: string;
  /** From the middle, right and down, in parts of the outermost ring. */
  readonly x: number;
  readonly y: number;
}

/** A list that the change revised. */
export interface ListSpot extends Spot {
  readonly of: "list";
  readonly manifest: string;
  readonly version: number;
  readonly open: number;
}

/** All lists of one kind, where there are too many to stand for themselves. */
export interface KindSpot extends Spot {
  readonly of: "kind";
  readonly kind: Kind | "";
  readonly lists: number;
  readonly open: number;
}

export interface RecipientSpot extends Spot {
  readonly of: "recipient";
  readonly contact: string;
  readonly manifest: string;
  readonly sign: Sign;
}

/** Recipients who stand alike. */
export interface CrowdSpot extends Spot {
  readonly of: "crowd";
  readonly sign: Sign;
  readonly people: number;
  readonly kind: Kind | "";
}

export type Inner = ListSpot | KindSpot;
export type Outer = RecipientSpot | CrowdSpot;

export interface Drawing {
  readonly inner: readonly Inner[];
  readonly outer: readonly Outer[];
  /** From which inner spot to which outer one, by their places in the lists above. */
  readonly edges: readonly (readonly [number, number])[];
  readonly signs: Readonly<Partial<Record<Sign, number>>>;
  /** Kinds that stand for several lists. */
  readonly grouped: readonly (Kind | "")[];
}

export interface Told {
  readonly manifest: string;
  readonly version: number;
  readonly recipients: readonly CaseRecipient[];
}

/** More lists than these, and a kind stands for its own. */
const MOST_LISTS = 12;
/** More recipients than these, and those who stand alike stand together. */
const MOST_RECIPIENTS = 26;

/** How far from the middle lists stand; recipients stand at 1. */
export const INNER = 0.56;
/** Where many lists stand, so that neighbours do not cover each other. */
const STAGGERED = [0.44, 0.76, 0.6];

/** What was revised, with those who are to be told of it; also lists that nobody receives. */
export function toldOf(
  revised: readonly { readonly manifest: string; readonly version: number }[],
  file: CaseFile | undefined,
): Told[] {
  const latest = new Map<string, Told>();
  for (const { manifest, version } of revised) {
    if ((latest.get(manifest)?.version ?? 0) < version) {
      latest.set(manifest, { manifest, version, recipients: [] });
    }
  }
  for (const told of file?.told ?? []) {
    latest.set(told.manifest, {
      manifest: told.manifest,
      version: Math.max(told.version, latest.get(told.manifest)?.version ?? 0),
      recipients: told.recipients,
    });
  }
  const order = (manifest: string) => (KINDS as readonly (Kind | null)[]).indexOf(kindOf(manifest));
  return [...latest.values()].sort(
    (a, b) =>
      order(a.manifest) - order(b.manifest) ||
      a.manifest.localeCompare(b.manifest, "en", { numeric: true }),
  );
}

type Drawn = Omit<ListSpot, "x" | "y"> | Omit<KindSpot, "x" | "y">;
type DrawnOuter = Omit<RecipientSpot, "x" | "y"> | Omit<CrowdSpot, "x" | "y">;

/**
 * Where everything stands around a change: lists on the inner ring, recipients on the outer one,
 * each list in the middle of its own.
 *
 * @param opened a kind whose lists stand for themselves although there are many
 */
export function drawing(
  told: readonly Told[],
  now: number | null,
  opened: Kind | "" | null,
): Drawing {
  const byKind = new Map<Kind | "", Told[]>();
  for (const one of told) {
    const kind = kindOf(one.manifest) ?? "";
    byKind.set(kind, [...(byKind.get(kind) ?? []), one]);
  }
  const many = told.length > MOST_LISTS;
  const grouped = [...byKind].filter(([, lists]) => many && lists.length > 1).map(([kind]) => kind);
  const single = [...byKind].flatMap(([kind, lists]) =>
    grouped.includes(kind) && kind !== opened ? [] : lists,
  );
  const crowded = single.reduce((sum, list) => sum + list.recipients.length, 0) > MOST_RECIPIENTS;
  const parts = [...byKind].flatMap(([kind, lists]) =>
    grouped.includes(kind) && kind !== opened
      ? [asKind(kind, lists, now)]
      : lists.map((list) => asList(list, now, crowded)),
  );
  const signs: Partial<Record<Sign, number>> = {};
  for (const { recipients } of told) {
    for (const recipient of recipients) {
      const sign = signOf(recipient, now);
      signs[sign] = (signs[sign] ?? 0) + 1;
    }
  }
  return { ...placed(parts), signs, grouped };
}

interface Part {
  readonly inner: Drawn;
  readonly outer: readonly DrawnOuter[];
}

function crowds(
  key: string,
  kind: Kind | "",
  recipients: readonly CaseRecipient[],
  now: number | null,
): DrawnOuter[] {
  return SIGNS.flatMap((sign) => {
    const people = recipients.filter((r) => signOf(r, now) === sign).length;
    return people === 0
      ? []
      : [{ of: "crowd" as const, key: `${key} ${sign}`, sign, people, kind }];
  });
}

function asKind(kind: Kind | "", lists: readonly Told[], now: number | null): Part {
  const recipients = lists.flatMap((l) => l.recipients);
  return {
    inner: {
      of: "kind",
      key: `kind ${kind}`,
      kind,
      lists: lists.length,
      open: recipients.filter(outstanding).length,
    },
    outer: crowds(`kind ${kind}`, kind, recipients, now),
  };
}

function asList(list: Told, now: number | null, crowded: boolean): Part {
  const { manifest, version, recipients } = list;
  return {
    inner: {
      of: "list",
      key: manifest,
      manifest,
      version,
      open: recipients.filter(outstanding).length,
    },
    outer:
      crowded && recipients.length > 1
        ? crowds(manifest, kindOf(manifest) ?? "", recipients, now)
        : recipients.map((r) => ({
            of: "recipient" as const,
            key: `${manifest} ${r.contact}`,
            contact: r.contact,
            manifest,
            sign: signOf(r, now),
          })),
  };
}

/** The last stands beside the first, too. */
function staggered(at: number, of: number): number {
  const besideFirst = at === of - 1 && at % STAGGERED.length === 0;
  return STAGGERED[besideFirst ? 1 : at % STAGGERED.length] ?? INNER;
}

/** A list without recipients has room of its own on the rings, so that nothing stands upon it. */
function placed(parts: readonly Part[]): Pick<Drawing, "inner" | "outer" | "edges"> {
  const rooms = parts.reduce((sum, p) => sum + Math.max(1, p.outer.length), 0);
  // The first list stands on top, its recipients to both sides.
  const lead = (Math.max(1, parts[0]?.outer.length ?? 1) - 1) / 2;
  const inner: Inner[] = [];
  const outer: Outer[] = [];
  const edges: (readonly [number, number])[] = [];
  const many = parts.length > MOST_LISTS;
  let room = 0;
  for (const part of parts) {
    const size = Math.max(1, part.outer.length);
    const angle = (at: number) => ((at - lead) / rooms) * 2 * Math.PI - Math.PI / 2;
    const middle = angle(room + (size - 1) / 2);
    const far = many ? staggered(inner.length, parts.length) : INNER;
    inner.push({ ...part.inner, x: Math.cos(middle) * far, y: Math.sin(middle) * far });
    part.outer.forEach((one, i) => {
      const a = angle(room + i);
      edges.push([inner.length - 1, outer.length]);
      outer.push({ ...one, x: Math.cos(a), y: Math.sin(a) });
    });
    room += size;
  }
  return { inner, outer, edges };
}
