/** What was done, and the ways back. */
import type { Code } from "./error";

/** It stands, can be redone, or was undone and given up for something else. */
export type EntryState = "done" | "undone" | "abandoned";

export interface LogEntry {
  seq: number;
  /** An ISO moment in UTC. */
  at: string;
  author: string;
  /** Without its full stop. */
  sentence: string;
  undone: boolean;
  state: EntryState;
}

/** A point of the history with a name; it stands after the change `seq`, 0 for before the first. */
export interface Snapshot {
  name: string;
  seq: number;
  at: string;
  author: string;
}

/** A part of the history, newest first. */
export interface LogPage {
  changes: LogEntry[];
  /** Entries of the whole history. */
  total: number;
  /** The change after which the workbook stands; 0 before the first. */
  now: number;
  snapshots: Snapshot[];
}

export interface Counts {
  /** Plural, as "payoffs". */
  kind: string;
  created: number;
  changed: number;
  unchanged: number;
  removed: number;
}

export interface RecordChange {
  kind: string;
  id: string;
  title: string;
  within: string;
  action: "created" | "changed" | "removed";
  fields: string[];
}

/** A field in words; empty for nothing. */
export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

export interface Detail {
  change: RecordChange;
  sentence: string;
  fields: FieldChange[];
}

/** A table whose rows differ; null for no rows. */
export interface TableChange {
  dataset: string;
  rows_before: number | null;
  source_before: string;
  rows_after: number | null;
  source_after: string;
}

export interface BookDifference {
  counts: Counts[];
  records: Detail[];
  /** Records that differ and are not told one by one. */
  more: number;
  tables: TableChange[];
  order_only: boolean;
  /** Which records moved in their lists, without a full stop; empty for none. */
  moved: string;
}

export interface Told {
  entry: LogEntry;
  did: BookDifference;
}

/** What restoring a point of the history would do. */
export interface Return {
  /** Null for before the first change. */
  to: LogEntry | null;
  would: BookDifference;
  /** The workbook says that already. */
  nothing: boolean;
  refused: { code: Code; message: string; fix: string } | null;
  /** So much would go that the workbook as it is gets a name first. */
  named_first: boolean;
}
