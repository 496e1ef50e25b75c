import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { newKey } from "../api/commands";
import * as api from "../api/rosters";
import { useRole } from "../session/useRole";
import { useWho } from "../session/who";
import { fileKey } from "./fileKey";
import { Tray, type TrayFile } from "./tray";

const PATIENCE_SECONDS = 1;

/** They outlive the room: whoever looks elsewhere meanwhile finds everything as it is. */
const trays = new Map<string, Tray>();

window.addEventListener("beforeunload", (event) => {
  if ([...trays.values()].some((tray) => tray.unfinished())) {
    event.preventDefault();
  }
});

interface Kept {
  readonly bytes: Uint8Array<ArrayBuffer>;
  key: string | null;
}

function open(conference: string, role: string, queries: QueryClient): Tray {
  /** Goes with the file once it is off the tray. */
  const kept = new WeakMap<File, Kept>();
  /** What was seen is what goes in, whatever becomes of the file on the disk. */
  const contentOf = async ({ file }: TrayFile): Promise<Kept> => {
    const before = kept.get(file);
    if (before) {
      return before;
    }
    const now: Kept = { bytes: new Uint8Array(await file.arrayBuffer()), key: null };
    kept.set(file, now);
    return now;
  };
  const nameOf = ({ office, file }: TrayFile) => api.rosterName(office ?? "", file.name);
  const again = (...key: readonly string[]) =>
    queries.invalidateQueries({ queryKey: ["of", conference, ...key] });
  const uploadOf = (file: TrayFile, { bytes }: Kept, key: string): api.Upload => ({
    name: nameOf(file),
    content: new Blob([bytes]),
    key,
    role,
  });
  return new Tray({
    pause: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
    foresee: async (file) => {
      const content = await contentOf(file);
      content.key = null;
      return api.foreseeUpload(conference, uploadOf(file, content, newKey()));
    },
    take: async (file, told) => {
      const content = await contentOf(file);
      if (content.key === null) {
        const there = await api.rosters(conference);
        const newest = there.filter((r) => r.delegation === file.office).at(-1)?.id ?? null;
        content.key = fileKey(nameOf(file), content.bytes, newest);
      }
      let roster = await api.upload(conference, uploadOf(file, content, content.key));
      while (roster.status === "reading") {
        told(roster);
        roster = await api.roster(conference, roster.id, PATIENCE_SECONDS);
      }
      kept.delete(file.file);
      void again("rosters");
      void again("clerk-queue");
      void again("participants");
      return roster;
    },
  });
}

/** The files that somebody has dropped for this conference, and what is to become of them. */
export function useTray(conference: string) {
  const { me } = useWho();
  const role = useRole(conference, "import-roster");
  const queries = useQueryClient();
  const key = `${me.account} ${conference}`;
  let tray = trays.get(key);
  if (!tray) {
    tray = open(conference, role ?? "", queries);
    trays.set(key, tray);
  }
  const files = useSyncExternalStore(tray.subscribe, tray.current);
  return { tray, files };
}
