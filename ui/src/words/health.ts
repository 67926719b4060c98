import type { Lack } from "../api/types";
import { phrases } from "./catalogue";

/** Whether a segment earns its name. */
export const t = phrases("health", {
  title: "Does it earn its name?",
  check_decision: "Decides something:",
  check_data: "Known from good data:",
  check_truth: "Looked at again:",
  holds: "yes",
  badge_purpose: "Purpose-driven",
  badge_actionable: "Actionable",
  badge_dynamic: "Dynamic",
  earned: "earned",
  lapsed: (p: { what: string }) => `lapsed: ${p.what}`,
  open: (p: { what: string }) => `not yet: ${p.what}`,
  twin: (p: { name: string; apart: string }) =>
    p.apart === ""
      ? `Decides like ${p.name}: every scored axis is the same. Merge them?`
      : `Decides like ${p.name}, except for ${p.apart}. Merge them?`,
  retire:
    "It changes none of message, budget, landing page, email, sales priority, UX and channel.",
  retireIt: "Retire it",
});

/** What keeps a check from holding or a badge from being earned. */
export const lacks: Readonly<Record<Lack, string>> = {
  no_decision: "no decision",
  no_question: "the decision asks nothing",
  decision_past: "the decision's date has passed",
  decision_changed: "the decision has changed",
  no_purpose: "nobody said what it is for",
  not_counted: "nobody is counted in it",
  not_imported: "its table is not imported",
  does_not_fit: "its rule does not fit the table",
  too_few: "fewer than 30 people",
  undated: "the data have no date",
  old_data: "the data are over a year old",
  no_review: "no date to look at it again",
  review_past: "the date to look at it again has passed",
  old_test: "its test is over a year old",
  no_reach: "no way to reach them",
  no_action: "it changes nothing they meet",
  stale_words: "the words they meet are stale",
  nothing_moves: "nothing dated shows whether it moves",
};
