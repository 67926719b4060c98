/** Which comparisons a column of a type offers, and how many values each takes. */
import type { ColumnType, Op } from "../../api/types";

const text: readonly Op[] = [
  "eq",
  "ne",
  "in",
  "not_in",
  "contains",
  "starts_with",
  "ends_with",
  "lt",
  "le",
  "gt",
  "ge",
  "between",
  "is_blank",
  "is_present",
];
const numbers: readonly Op[] = [
  "eq",
  "ne",
  "lt",
  "le",
  "gt",
  "ge",
  "between",
  "in",
  "not_in",
  "is_blank",
  "is_present",
];
const dates: readonly Op[] = [
  "within_last_days",
  "ge",
  "gt",
  "le",
  "lt",
  "between",
  "eq",
  "ne",
  "in",
  "not_in",
  "is_blank",
  "is_present",
];
const booleans: readonly Op[] = ["eq", "ne", "is_blank", "is_present"];

const offered: Readonly<Record<ColumnType, readonly Op[]>> = {
  text,
  integer: numbers,
  number: numbers,
  date: dates,
  datetime: dates,
  boolean: booleans,
};

/** The comparisons for a type; the one in use is always among them. */
export function opsFor(type: ColumnType, used: Op): readonly Op[] {
  const ops = offered[type];
  return ops.includes(used) ? ops : [used, ...ops];
}

/** What a fresh condition on a column of a type asks. */
export function firstOp(type: ColumnType): Op {
  if (type === "integer" || type === "number") return "ge";
  if (type === "date" || type === "datetime") return "ge";
  return "eq";
}

export type Arity = "none" | "one" | "two" | "many";

export function arityOf(op: Op): Arity {
  if (op === "is_blank" || op === "is_present") return "none";
  if (op === "in" || op === "not_in") return "many";
  return op === "between" ? "two" : "one";
}

/** Whether capitals can be ignored: only where text is compared as text. */
export function comparesText(op: Op, type: ColumnType): boolean {
  return type === "text" && arityOf(op) !== "none";
}
