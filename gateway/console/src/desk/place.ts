/** The rooms of a conference, as the bar at the top names them. */
export const SECTIONS = [
  "home",
  "duty",
  "boards",
  "people",
  "imports",
  "plans",
  "manifests",
  "notices",
  "changes",
] as const;

export type Section = (typeof SECTIONS)[number];

/** Where in the page one is. It lives in the address, and holds no personal data: ids are opaque. */
export interface Place {
  readonly conference: string | null;
  readonly section: Section;
  /** The person, the plan, the manifest or the duty room's matter that is open. */
  readonly open: string | null;
  /** The manifest's version; null for the latest. */
  readonly version: number | null;
  /** Compared with this version; null for the whole list. */
  readonly against: number | null;
  /** A change that is looked at. */
  readonly change: string | null;
  /** On a wall: large, for whoever passes by. */
  readonly wall?: true;
  /** The people as a table, for desks with many of them to see to. */
  readonly wide: boolean;
}

export const NOWHERE: Place = {
  conference: null,
  section: "home",
  open: null,
  version: null,
  against: null,
  change: null,
  wide: false,
};

const positive = (text: string | null): number | null => {
  const n = Number(text);
  return text !== null && Number.isInteger(n) && n >= 0 ? n : null;
};

function parts(path: string): string[] {
  try {
    return path.split("/").map(decodeURIComponent);
  } catch {
    return [];
  }
}

export function placeFrom(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [conference, section, open] = parts(path);
  if (!conference) {
    return NOWHERE;
  }
  const asked = new URLSearchParams(query);
  return {
    conference,
    section: SECTIONS.find((s) => s === section) ?? "home",
    open: open || null,
    version: positive(asked.get("version")),
    against: positive(asked.get("against")),
    change: asked.get("change"),
    ...(asked.has("wall") ? { wall: true } : {}),
    wide: asked.has("wide"),
  };
}

export function hashOf(place: Place): string {
  if (!place.conference) {
    return "#/";
  }
  const path = [place.conference, place.section, ...(place.open ? [place.open] : [])];
  const query = new URLSearchParams();
  if (place.version !== null) {
    query.set("version", String(place.version));
  }
  if (place.against !== null) {
    query.set("against", String(place.against));
  }
  if (place.change) {
    query.set("change", place.change);
  }
  if (place.wide) {
    query.set("wide", "");
  }
  const wall = place.wall ? ["wall"] : [];
  const said = [...wall, ...(query.size > 0 ? [query.toString()] : [])].join("&");
  const asked = said ? `?${said}` : "";
  return `#/${path.map(encodeURIComponent).join("/")}${asked}`;
}
