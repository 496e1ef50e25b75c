import { type RefCallback, useCallback, useRef, useState } from "react";

/**
 * @param height of a row, in the element's own letters
 * @returns how many rows there is room for in an element, and what to hang on it
 */
export function useFitting<E extends HTMLElement>(
  height: number,
): readonly [number, RefCallback<E>] {
  const [room, setRoom] = useState(0);
  const watching = useRef<ResizeObserver | null>(null);
  const ref = useCallback<RefCallback<E>>(
    (element) => {
      watching.current?.disconnect();
      if (element) {
        watching.current = new ResizeObserver(() => {
          const letter = Number.parseFloat(getComputedStyle(element).fontSize);
          setRoom(Math.max(1, Math.floor(element.clientHeight / (height * letter))));
        });
        watching.current.observe(element);
      }
    },
    [height],
  );
  return [room, ref];
}
