/** Who belongs to a segment, and what a metric counts. */

export type Op =
  | "eq"
  | "ne"
  | "in"
  | "not_in"
  | "lt"
  | "le"
  | "gt"
  | "ge"
  | "between"
  | "contains"
  | "starts_with"
  | "ends_with"
  | "is_blank"
  | "is_present"
  | "within_last_days";

export type Scalar = boolean | number | string;

export interface Condition {
  column: string;
  op: Op;
  value?: Scalar | Scalar[] | null;
  fold?: boolean;
}

export type Rule =
  { all: Rule[] } | { any: Rule[] } | { not: Rule } | { segment: string } | Condition;

/** `{}` is how the document says that there is none. */
export type Absent = Record<string, never>;

export interface Count {
  segment: string;
  on: string;
  yes: number;
  n: number;
}

export type Formula =
  { rate: { where: Rule; of?: Rule | null } } | { mean: string } | { counts: Count[] };
