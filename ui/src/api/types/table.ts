/** Tables: how they are read, what is in them, and what a rule counts in them. */
import type { Better, Stage } from "./vocabulary";

export type ColumnType = "text" | "number" | "integer" | "boolean" | "date" | "datetime";

export interface Column {
  name: string;
  type: ColumnType;
  blank: number;
  distinct: number;
}

export interface DatasetView {
  id: string;
  /** Whether rows have been imported. */
  imported: boolean;
  rows: number;
  source: string;
  /** An ISO moment in UTC. */
  imported_at: string;
  hash: string;
  rejected: number;
  columns: Column[];
  /** What the table that replaces it is read with. */
  kept: Kept;
}

export type Delimiter = "comma" | "semicolon" | "tab" | "pipe";
export type DateOrder = "day_first" | "month_first";

/** How a file is to be read; everything left out is found in it. */
export interface ReadSettings {
  types: Record<string, ColumnType>;
  key: string | null;
  delimiter: Delimiter | null;
  date_order: DateOrder | null;
  /** What is known of the table that this one replaces. */
  kept: Kept | null;
}

/** What is known of a table, for the one that replaces it. */
export interface Kept {
  types: Record<string, ColumnType>;
  date_order: DateOrder | null;
  /** The columns it had. */
  had: Record<string, ColumnType>;
}

export interface ImportSettings {
  /** The file's name when empty. */
  name: string;
  read: ReadSettings;
  unit: string;
  /** An ISO date, or empty. */
  as_of: string;
  /** Whether a dataset of that name may be replaced. */
  replace: boolean;
}

export interface Rejected {
  line: number;
  why: string;
}

export interface ValueCount {
  value: string;
  n: number;
}

export interface ColumnProfile extends Column {
  /** The commonest values, most first. */
  samples: ValueCount[];
  least: string | null;
  most: string | null;
  mean: number | null;
}

export type NoteKind =
  | "one_column"
  | "renamed"
  | "dropped"
  | "date_order"
  | "time_zones"
  | "decimal_comma"
  | "written"
  | "kept"
  | "retyped"
  | "gone"
  | "long_numbers"
  | "trailing_delimiter"
  | "numeric_header"
  | "key_not_unique"
  | "counted";

export interface Note {
  kind: NoteKind;
  column: string | null;
  words: string;
}

export interface Outline {
  name: string;
  encoding: string;
  delimiter: Delimiter;
  rows: number;
  rejected: Rejected[];
  columns: ColumnProfile[];
  notes: Note[];
  key: string | null;
  unit: string | null;
}

export interface Preview {
  outline: Outline;
  /** The first rows, each cell as it reads in the file; blank cells are empty. */
  first: string[][];
}

/** Bytes gone over of all there are to go over, and rows in this pass. */
export interface Progress {
  done: number;
  total: number;
  rows: number;
}

export interface Proposal {
  column: string;
  value: string;
  name: string;
  better: Better;
  outcome_like: boolean;
  /** Rows with the value, of rows with either value. */
  n: number;
  of: number;
}

/** A proposal as a person took it. */
export interface Accepted {
  column: string;
  value: string;
  name: string;
  better: Better;
  stage: Stage;
  /** A fraction. */
  threshold: number;
}

export interface Imported {
  dataset: string;
  rows: number;
  rejected: Rejected[];
  rejected_count: number;
  columns: Column[];
  grade: string | null;
  key: string;
  unit: string;
  notes: string[];
  proposals: Proposal[];
}

export interface ColumnValues {
  values: ValueCount[];
  distinct: number;
  /** The smallest and the largest of numbers, dates and moments, as text. */
  least: string | null;
  most: string | null;
}

/** One line of a rule with its counts. */
export interface FunnelStep {
  /** How deep it is nested; the rule itself is 0. */
  depth: number;
  /** The way to it from the rule itself: places in lists of parts, and 0 through each `not`. */
  path: number[];
  kind: "all" | "any" | "segment" | "condition";
  /** Whether a `not` stands before it; counts are of what the line says with it. */
  negated: boolean;
  /** How many this line holds for on its own. */
  alone: number;
  /** How many are left after it; null inside any- and negated groups. */
  left: number | null;
}

export interface RuleCount {
  n: number;
  rows: number;
  words: string;
  /** In reading order, the outermost group first. */
  steps: FunnelStep[];
}
