import type { CSSProperties } from "react";
import type { Column } from "./kinds";

export { HEADING, ROW } from "../table/widths";

import { ROW } from "../table/widths";

/** What the rows and the heading take their columns from. */
export const columnStyle = (columns: readonly Column[]): CSSProperties =>
  ({
    "--columns": columns
      .map(({ width: [least, share] }) => (share ? `minmax(${least}px, ${share}fr)` : `${least}px`))
      .join(" "),
    "--width": `${columns.reduce((sum, c) => sum + c.width[0], 0)}px`,
    "--row": `${ROW}px`,
  }) as CSSProperties;
