const MOVING = "moving";

/** What is to move together: because of one plan, because another desk has asked, or neither. */
export type Because =
  | { readonly kind: "none" }
  | { readonly kind: "plan"; readonly key: string }
  | { readonly kind: "asked"; readonly id: string };

/** `moving`, `moving:session:OPEN`, `moving:asked:<id>`. */
export const placeOfMoving = (because: Because = { kind: "none" }): string => {
  switch (because.kind) {
    case "none":
      return MOVING;
    case "plan":
      return `${MOVING}:${because.key}`;
    case "asked":
      return `${MOVING}:asked:${because.id}`;
  }
};

/** @returns null where a table is open */
export function movingAt(open: string | null): Because | null {
  const [name, kind, ...rest] = (open ?? "").split(":");
  if (name !== MOVING) {
    return null;
  }
  const id = rest.join(":");
  return !kind || !id
    ? { kind: "none" }
    : kind === "asked"
      ? { kind: "asked", id }
      : { kind: "plan", key: `${kind}:${id}` };
}
