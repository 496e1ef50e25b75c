import { type RefObject, useEffect, useRef } from "react";

/** Of a row that scrolls sideways: on which side more of it is, in `data-more`; and what is current stands in view. */
export function useEdges<E extends HTMLElement>(current: string): RefObject<E | null> {
  const row = useRef<E>(null);
  useEffect(() => {
    const element = row.current;
    if (!element) {
      return;
    }
    const tell = () => {
      const before = element.scrollLeft > 1;
      const after = element.scrollLeft + element.clientWidth < element.scrollWidth - 1;
      element.dataset.more = before ? (after ? "both" : "before") : after ? "after" : "none";
    };
    const watch = new ResizeObserver(tell);
    watch.observe(element);
    element.addEventListener("scroll", tell, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", tell);
    };
  }, []);
  useEffect(() => {
    const element = row.current;
    const here = element?.querySelector<HTMLElement>(`[data-at="${current}"]`);
    if (element && here) {
      const middle = here.offsetLeft - (element.clientWidth - here.offsetWidth) / 2;
      element.scrollLeft = middle - element.offsetLeft;
    }
  }, [current]);
  return row;
}
