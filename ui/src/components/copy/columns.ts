/** What is copied of a table that is shown: those of its columns that say it as text. Pure. */
import { type Cell, type CopiedColumn, type CopiedTable, tableOf } from "./delimited";

/** The part of a shown column that a copy takes. */
export interface CopiableColumn<Row> {
  id: string;
  name: unknown;
  /** Its head in a copy, where the shown one is more than words. */
  head?: string;
  /** What it says of a row; a column without it, such as one of buttons, stays behind. */
  text?: (row: Row) => Cell;
  /** Columns of a copy after it, for what is shown in the same cell: its n, its interval. */
  also?: readonly CopiedColumn<Row>[];
}

export function copyOf<Row>(
  columns: readonly CopiableColumn<Row>[],
  rows: readonly Row[],
): CopiedTable {
  const copied = columns.flatMap(({ text, ...it }): CopiedColumn<Row>[] => {
    const name = it.head ?? (typeof it.name === "string" ? it.name : it.id);
    return [...(text === undefined ? [] : [{ name, text }]), ...(it.also ?? [])];
  });
  return tableOf(copied, rows);
}
