import type { RuleCard } from "../api/types";
import { phrases } from "./catalogue";

/** The coach: its pane, a finding's card, what was set aside, its rules. */
export const t = phrases("coach", {
  coach: "Coach",
  /** After the number. */
  counted: (p: { n: number }) => (p.n === 1 ? "finding" : "findings"),
  show: "Show the coach",
  fold: "Fold the coach",
  blockers: (p: { n: number }) => (p.n === 1 ? "1 blocker" : `${p.n} blockers`),
  warnings: (p: { n: number }) => (p.n === 1 ? "1 warning" : `${p.n} warnings`),
  hints: (p: { n: number }) => (p.n === 1 ? "1 hint" : `${p.n} hints`),
  findings: "What the coach finds here",
  nothing: "Nothing weak here.",
  more: (p: { n: number }) => `${p.n} more. Open a segment to see its own.`,
  next: "Next finding",
  previous: "Previous finding",
  toFinding: "What the coach says here",
  says: (p: { message: string }) => `Coach: ${p.message}`,
  // a card
  why: "Why it matters",
  weak: "weak",
  strong: "strong",
  toWords: "Go to the words",
  toPlace: "Go there",
  toFix: (p: { label: string }) => `${p.label}…`,
  cancel: "Cancel",
  aboutRule: (p: { rule: string }) => `${p.rule}, about this rule`,
  suppress: "Suppress…",
  suppressWhy: "Why does it not apply here?",
  suppressHint: "It comes back when these words change.",
  suppressNow: "Set aside",
  // what was set aside
  setAside: (p: { n: number }) => `Set aside · ${p.n}`,
  setAsideList: "Set aside",
  setAsideOn: (p: { date: string }) => `Set aside ${p.date}`,
  wordsChanged: "The words have changed since: it is back.",
  nothingFound: "Nothing is found there any more.",
  bringBack: "Bring back",
  bringBackOf: (p: { name: string }) => `Bring back: ${p.name}`,
  // the reference
  rules: "The coach’s rules",
  rulesAlso: "reference help findings weak strong examples",
  allRules: "All rules",
  rulesNote: "What each asks, why, and what it would rather read",
  looksAt: (p: { what: string }) => `Looks at ${p.what}`,
  offers: (p: { what: string }) => `Offers ${p.what}`,
});

/** The groups of rules, in the order of the chain. */
export const groupOrder = ["segment", "value", "positioning", "journey"] as const;

/** What a group of rules is about. */
export const groups: Readonly<Record<RuleCard["group"], string>> = {
  segment: "Segment",
  value: "Value",
  positioning: "Positioning",
  journey: "Journey",
};

/** What a rule offers to do, in the list of rules. */
export const offers: Readonly<Record<RuleCard["fix"], string>> = {
  jump: "a way to where it is put right",
  edit: "an edit already filled in",
  prompt: "a question, answered in place",
};

export const levels: Readonly<Record<RuleCard["level"], string>> = {
  blocker: "blocker: the link cannot be called sound",
  warning: "warning: sound only if a person says why",
  hint: "hint: could be stronger",
};
