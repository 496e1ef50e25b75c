import { type RefObject, useEffect, useRef } from "react";

/**
 * When a form that stood open is put away and took the focus with it, what had opened it gets the
 * focus back; whoever has gone elsewhere meanwhile stays there.
 *
 * @param open whether it stands open
 * @param opener what opens it, a selector within the element that the result is hung on
 */
export function useFocusBack<E extends HTMLElement>(
  open: boolean,
  opener: string,
): RefObject<E | null> {
  const within = useRef<E>(null);
  const was = useRef(open);
  useEffect(() => {
    if (was.current && !open && document.activeElement === document.body) {
      within.current?.querySelector<HTMLElement>(opener)?.focus();
    }
    was.current = open;
  }, [open, opener]);
  return within;
}
