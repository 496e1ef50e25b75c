import { useCallback, useRef, useState } from "react";
import { newKey } from "../api/commands";

export type Doing =
  | { readonly kind: "idle" }
  | { readonly kind: "sending" }
  | { readonly kind: "failed"; readonly error: unknown };

/**
 * Does something once: the same content tried again, because no answer came, has the same key.
 *
 * @param done what follows once it has been done
 */
export function useDeed(done: () => void) {
  const [doing, setDoing] = useState<Doing>({ kind: "idle" });
  const last = useRef({ content: "", key: "" });
  const submit = useCallback(
    async (content: string, send: (key: string) => Promise<unknown>) => {
      if (last.current.content !== content) {
        last.current = { content, key: newKey() };
      }
      setDoing({ kind: "sending" });
      try {
        await send(last.current.key);
        last.current = { content: "", key: "" };
        setDoing({ kind: "idle" });
        done();
      } catch (error) {
        setDoing({ kind: "failed", error });
      }
    },
    [done],
  );
  return { doing, sending: doing.kind === "sending", submit };
}
