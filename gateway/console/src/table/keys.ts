/** The cell that has the keys. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
  /** How many rows are in sight. */
  readonly page: number;
}

const within = (n: number, count: number): number => Math.max(0, Math.min(count - 1, n));

/** @returns where a key leads; null if it leads nowhere */
export function moved(cell: Cell, key: string, ctrl: boolean, size: Size): Cell | null {
  const { row, column } = cell;
  const to = (r: number, c: number): Cell => ({
    row: within(r, size.rows),
    column: within(c, size.columns),
  });
  switch (key) {
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "PageUp":
      return to(row - size.page, column);
    case "PageDown":
      return to(row + size.page, column);
    case "Home":
      return ctrl ? to(0, 0) : to(row, 0);
    case "End":
      return ctrl ? to(size.rows - 1, size.columns - 1) : to(row, size.columns - 1);
    default:
      return null;
  }
}

/** @returns the cell in which something was clicked; null beside all of them */
export function cellAt(clicked: EventTarget): Cell | null {
  const found = (clicked as HTMLElement).closest<HTMLElement>('[role="gridcell"]');
  const row = found?.closest<HTMLElement>(".table-row")?.dataset.at;
  const column = found?.getAttribute("aria-colindex");
  return row && column ? { row: Number(row), column: Number(column) - 1 } : null;
}
