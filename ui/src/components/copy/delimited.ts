/**
 * A table as it leaves for another program: as text, the way a spreadsheet takes a paste, or as
 * CSV (RFC 4180). Pure.
 *
 * Figures leave as they were measured: a share as a fraction with all its digits, a point as the
 * decimal sign, nothing between thousands. What the window rounds to be read would otherwise be
 * reckoned on with.
 */

/** What a cell holds: words, a figure, or nothing because there is no figure. */
export type Cell = string | number | null;

export interface CopiedColumn<Row> {
  /** Its head. */
  name: string;
  text: (row: Row) => Cell;
}

/** Heads and rows, all equally long. */
export interface CopiedTable {
  heads: string[];
  rows: Cell[][];
}

export function tableOf<Row>(
  columns: readonly CopiedColumn<Row>[],
  rows: readonly Row[],
): CopiedTable {
  return {
    heads: columns.map((it) => it.name),
    rows: rows.map((row) => columns.map((it) => it.text(row))),
  };
}

/** Tabs between cells, a line a row. */
export function asText({ heads, rows }: CopiedTable): string {
  return [heads, ...rows].map((row) => row.map(textCell).join("\t")).join("\n");
}

/** Commas between cells, each line ended by CRLF, the heads as the first one. */
export function asCsv({ heads, rows }: CopiedTable): string {
  return [heads, ...rows].map((row) => `${line(row.map(csvCell))}\r\n`).join("");
}

/** A line of one empty cell must not look like no line at all. */
function line(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === "" ? '""' : cells.join(",");
}

/** A spreadsheet keeps a cell together that has quotes around it. */
function textCell(cell: Cell): string {
  const text = harmless(cell);
  return /["\t\r\n]/.test(text) ? quoted(text) : text;
}

function csvCell(cell: Cell): string {
  const text = harmless(cell);
  return /[",\t\r\n]/.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** What a spreadsheet takes for the beginning of a formula, in either width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it, in a paste as in a
 * file: the words may be a customer's, and a formula can send the whole sheet elsewhere.
 */
function harmless(cell: Cell): string {
  if (cell === null || typeof cell === "number") return figure(cell);
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** All digits of a figure; no figure leaves an empty cell. */
function figure(value: number | null): string {
  return value === null || !Number.isFinite(value) ? "" : String(value);
}
