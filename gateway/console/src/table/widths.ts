import type { CSSProperties } from "react";
import type { Column } from "./rows";

export const ROW = 34;
export const HEADING = 34;

/** At least so wide, and what share of the room that is left. */
const WIDTH: Record<Column, readonly [number, number]> = {
  name: [168, 0],
  delegation: [132, 1],
  rank: [78, 0],
  gender: [66, 0],
  title: [120, 1],
  phone: [128, 0],
  diet: [76, 0],
  route: [100, 1],
  bus: [84, 0],
  hotel: [130, 1],
  room: [84, 0],
  arrival: [228, 1],
  departure: [228, 1],
};

/** What the rows and the heading take their columns from. */
export const columnStyle = (columns: readonly Column[]): CSSProperties =>
  ({
    "--columns": columns
      .map((c) => WIDTH[c])
      .map(([least, share]) => (share ? `minmax(${least}px, ${share}fr)` : `${least}px`))
      .join(" "),
    "--width": `${columns.reduce((sum, c) => sum + WIDTH[c][0], 0)}px`,
    "--row": `${ROW}px`,
  }) as CSSProperties;
