import { useCallback, useEffect, useRef, useState } from "react";

const SPARE = 6;

/** Which rows of a long list are in sight: only those are made. */
export function useWindow(count: number, row: number) {
  const frame = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 800 });

  const look = useCallback(() => {
    if (frame.current) {
      setSight({ top: frame.current.scrollTop, height: frame.current.clientHeight });
    }
  }, []);
  useEffect(() => {
    const watching = new ResizeObserver(look);
    if (frame.current) {
      watching.observe(frame.current);
    }
    return () => watching.disconnect();
  }, [look]);
  const reveal = useCallback(
    (at: number) => {
      const list = frame.current;
      if (list) {
        const top = at * row;
        if (top < list.scrollTop) {
          list.scrollTop = top;
        } else if (top + row > list.scrollTop + list.clientHeight) {
          list.scrollTop = top + row - list.clientHeight;
        }
      }
    },
    [row],
  );
  return {
    frame,
    reveal,
    onScroll: look,
    from: Math.max(0, Math.floor(sight.top / row) - SPARE),
    to: Math.min(count, Math.ceil((sight.top + sight.height) / row) + SPARE),
  };
}
