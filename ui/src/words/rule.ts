import type { ColumnType, Op } from "../api/types";
import { phrases } from "./catalogue";

/** The rule builder. */
export const t = phrases("rule", {
  all: "All",
  any: "Any",
  none: "None",
  not_all: "Not all",
  mode: "How the parts of the group join",
  hold: "of these hold",
  holds: "of these holds",
  everyoneIn: "Everyone in",
  alone: "alone",
  left: "left after each condition",
  addCondition: "Condition",
  addConditionHere: "Condition in this group",
  addGroup: "Group",
  addSegment: "Segment",
  column: "Column",
  chooseColumn: "which column?",
  operator: "Comparison",
  value: "Value",
  from: "From",
  to: "To",
  and: "and",
  days: "days",
  chooseValue: "which value?",
  addValue: "add a value",
  removeValue: (p: { value: string }) => `Remove ${p.value}`,
  slide: (p: { column: string }) => `Bound of ${p.column}`,
  not: "not",
  inSegment: "is in segment",
  notInSegment: "is not in segment",
  segmentOp: "In or not in",
  chooseSegment: "which segment?",
  unknownColumn: "not in this table",
  more: "More for this condition",
  moreGroup: "More for this group",
  negate: "Turn into its opposite",
  fold: "Ignore capitals",
  unfold: "Mind capitals",
  ignoringCapitals: "any capitals",
  remove: "Remove",
  removeGroup: "Remove the group",
  unfinished: "not finished: counted without it",
  yes: "true",
  no: "false",
});

const plainOps: Readonly<Record<Op, string>> = {
  eq: "is",
  ne: "is not",
  in: "is one of",
  not_in: "is none of",
  lt: "is less than",
  le: "is at most",
  gt: "is more than",
  ge: "is at least",
  between: "is between",
  contains: "contains",
  starts_with: "starts with",
  ends_with: "ends with",
  is_blank: "is blank",
  is_present: "is filled in",
  within_last_days: "is within the last",
};

const dateOps: Readonly<Partial<Record<Op, string>>> = {
  eq: "is on",
  ne: "is not on",
  lt: "is before",
  le: "is on or before",
  gt: "is after",
  ge: "is on or after",
};

/** How a comparison reads after the name of a column of a type. */
export function opWords(op: Op, type: ColumnType): string {
  const isDate = type === "date" || type === "datetime";
  return (isDate ? dateOps[op] : undefined) ?? plainOps[op];
}
