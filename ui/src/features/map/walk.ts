/**
 * The arrow keys on the Map: from cell to cell, along the lines and across them. Pure. Column 0 is
 * the segment's name, 1 to 6 are its links, 7 is what it did.
 */

export interface Cell {
  row: number;
  column: number;
}

export const RESULTS_COLUMN = 7;

/** How many rows a page key goes. */
const PAGE = 10;

/** The columns of a row that hold something: a line that stops early leaves some of them empty. */
export function columnsOf(links: number): readonly number[] {
  return [0, ...Array.from({ length: links }, (_, at) => at + 1), RESULTS_COLUMN];
}

/**
 * Where a key leads from a cell; null when the key means nothing here. `linksIn` says how many
 * links each row shows.
 */
export function walk(
  from: Cell,
  key: string,
  withControl: boolean,
  linksIn: readonly number[],
): Cell | null {
  const last = linksIn.length - 1;
  if (last < 0) return null;
  const here = columnsOf(linksIn[from.row] ?? 0);
  const at = here.indexOf(from.column);
  switch (key) {
    case "ArrowRight":
      return { row: from.row, column: here[at + 1] ?? from.column };
    case "ArrowLeft":
      return { row: from.row, column: here[at - 1] ?? from.column };
    case "ArrowDown":
      return onto(from.row + 1);
    case "ArrowUp":
      return onto(from.row - 1);
    case "PageDown":
      return onto(from.row + PAGE);
    case "PageUp":
      return onto(from.row - PAGE);
    case "Home":
      return { row: withControl ? 0 : from.row, column: 0 };
    case "End":
      return { row: withControl ? last : from.row, column: RESULTS_COLUMN };
    default:
      return null;
  }

  /** The same column of another row, or the nearest one before it that holds something. */
  function onto(wanted: number): Cell {
    const row = Math.max(0, Math.min(last, wanted));
    const column = columnsOf(linksIn[row] ?? 0).findLast((it) => it <= from.column);
    return { row, column: column ?? 0 };
  }
}
