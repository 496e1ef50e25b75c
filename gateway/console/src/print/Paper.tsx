import { type ReactNode, useEffect, useMemo } from "react";
import { createPortal } from "react-dom";
import { pageRule, type Running } from "./running";
import "./paper.css";

interface Props {
  /** What stands in the margins; left out: nothing, the paper is all there is. */
  readonly running?: Running;
  /** The paper is complete: the browser may print it. */
  readonly ready: boolean;
  readonly done: () => void;
  readonly children: ReactNode;
}

const BARE = "@page { size: A4; margin: 10mm; }";

/**
 * What goes to the printer in place of the screen. It stands beside the page, is seen on paper only,
 * and goes when the browser has printed it.
 */
export function Paper({ running, ready, done, children }: Props) {
  const place = useMemo(() => {
    const element = document.createElement("div");
    element.className = "on-paper";
    return element;
  }, []);
  const rule = running ? pageRule(running) : BARE;
  useEffect(() => {
    document.body.append(place);
    document.documentElement.dataset.printing = "";
    return () => {
      place.remove();
      delete document.documentElement.dataset.printing;
    };
  }, [place]);
  useEffect(() => {
    // A sheet of its own: the Content-Security-Policy lets no rule into the page otherwise.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
    };
  }, [rule]);
  useEffect(() => {
    if (!ready) {
      return;
    }
    window.addEventListener("afterprint", done);
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("afterprint", done);
    };
  }, [ready, done]);
  return createPortal(children, place);
}
