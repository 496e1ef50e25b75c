import { type RefCallback, useCallback, useRef, useState } from "react";

/** @returns how wide an element is, in pixels, and what to hang on it; 0 until it is known */
export function useWidth<E extends HTMLElement>(): readonly [number, RefCallback<E>] {
  const [width, setWidth] = useState(0);
  const watching = useRef<ResizeObserver | null>(null);
  const ref = useCallback<RefCallback<E>>((element) => {
    watching.current?.disconnect();
    if (element) {
      watching.current = new ResizeObserver(() => setWidth(element.clientWidth));
      watching.current.observe(element);
    }
  }, []);
  return [width, ref];
}
