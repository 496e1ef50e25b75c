import { useCallback, useEffect, useRef, useState } from "react";

const SPARE = 10;
/** Rows come and go some at a time, so that most movements of the wheel make none. */
const TOGETHER = 8;

/** Which rows of a long table are in sight, below a heading that stays. */
export function useRows(count: number, height: number, heading: number) {
  const frame = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ from: 0, to: 60, page: 20 });

  const look = useCallback(() => {
    const box = frame.current;
    if (!box) {
      return;
    }
    const page = Math.max(1, Math.floor((box.clientHeight - heading) / height));
    const first = Math.floor(box.scrollTop / height);
    const from = Math.max(0, Math.floor((first - SPARE) / TOGETHER) * TOGETHER);
    const to = Math.ceil((first + page + SPARE) / TOGETHER) * TOGETHER;
    setSight((was) =>
      was.from === from && was.to === to && was.page === page ? was : { from, to, page },
    );
  }, [height, heading]);
  useEffect(() => {
    const watching = new ResizeObserver(look);
    if (frame.current) {
      watching.observe(frame.current);
    }
    return () => watching.disconnect();
  }, [look]);
  const reveal = useCallback(
    (at: number) => {
      const box = frame.current;
      if (box) {
        const top = at * height;
        const room = box.clientHeight - heading - height;
        if (top < box.scrollTop) {
          box.scrollTop = top;
        } else if (top > box.scrollTop + room) {
          box.scrollTop = top - room;
        }
        look();
      }
    },
    [height, heading, look],
  );
  return {
    frame,
    reveal,
    onScroll: look,
    from: Math.min(sight.from, Math.max(0, count - 1)),
    to: Math.min(count, sight.to),
    page: sight.page,
    /** Never more rows than that at once. */
    slots: Math.ceil((sight.page + 2 * SPARE) / TOGETHER + 2) * TOGETHER,
  };
}
