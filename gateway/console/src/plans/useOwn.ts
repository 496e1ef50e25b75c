import type { CellProps } from "./DerivedCell";
import { useManifest } from "./surveys";
import { useManifests } from "./usePlans";

/** The list that hangs on a plan, as it is now. */
export function useOwn({ conference, kind, entry, about }: CellProps) {
  const manifest = kind.manifests(entry, about.lists)[0] ?? "";
  const version = useManifests(conference).get(manifest)?.version;
  return useManifest(conference, manifest, version);
}
