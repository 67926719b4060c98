/** The rows of the history, newest first: days, named points, changes, and where it all began. */
import type { LogEntry, Snapshot } from "../../api/types";
import { dayOf } from "../../words/history";

export type Row =
  | { type: "day"; key: string; day: string }
  | { type: "named"; key: string; snapshot: Snapshot }
  | { type: "change"; key: string; entry: LogEntry; isNow: boolean }
  | { type: "beginning"; key: string; isNow: boolean };

export const BEGINNING = "beginning";

export function keyOfChange(seq: number): string {
  return `change ${seq}`;
}

export function keyOfNamed(name: string): string {
  return `named ${name}`;
}

/**
 * A named point stands above the change that it comes after: reading down leads back in time. The
 * beginning stands at the end, once all is read.
 */
export function rowsOf(
  entries: readonly LogEntry[],
  snapshots: readonly Snapshot[],
  now: number,
  whole: boolean,
): Row[] {
  const rows: Row[] = [];
  const named = (seq: number): Row[] =>
    snapshots
      .filter((it) => it.seq === seq)
      .toReversed()
      .map((snapshot) => ({ type: "named", key: keyOfNamed(snapshot.name), snapshot }));
  let day = "";
  for (const entry of entries) {
    const its = dayOf(entry.at);
    if (its !== day) rows.push({ type: "day", key: `day ${its} ${entry.seq}`, day: its });
    day = its;
    rows.push(...named(entry.seq), {
      type: "change",
      key: keyOfChange(entry.seq),
      entry,
      isNow: entry.seq === now,
    });
  }
  if (whole) rows.push(...named(0), { type: "beginning", key: BEGINNING, isNow: now === 0 });
  return rows;
}

/** What can be chosen in the list. */
export function isChoice(row: Row | undefined): row is Exclude<Row, { type: "day" }> {
  return row !== undefined && row.type !== "day";
}

/** The next row that can be chosen, from a place in a direction; the place itself when none is. */
export function nextChoice(rows: readonly Row[], from: number, step: number): number {
  const way = step < 0 ? -1 : 1;
  let last = from;
  for (let at = from + way, left = Math.abs(step); at >= 0 && at < rows.length; at += way) {
    if (!isChoice(rows[at])) continue;
    last = at;
    left -= 1;
    if (left === 0) break;
  }
  return last;
}
