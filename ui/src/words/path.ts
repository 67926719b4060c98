import type { PathLack, PathProgress, PathStepName } from "../api/types";
import { phrases } from "./catalogue";

export const t = phrases("path", {
  name: "Path",
  steps: "The six steps",
  head: (p: { done: number }) =>
    p.done === 6 ? "All six steps are done" : `${p.done} of 6 steps ${p.done === 1 ? "is" : "are"} done`,
  headNone: "Six steps from a decision to a review",
  headSkipped: (p: { done: number; skipped: number }) =>
    `${p.done} of 6 steps ${p.done === 1 ? "is" : "are"} done, ${p.skipped} skipped`,
  step: (p: { at: number }) => `Step ${p.at} of 6`,
  next: (p: { step: string }) => `Go on: ${p.step}`,
  skip: (p: { step: string }) => `Skip to ${p.step}`,
  back: "Back to the map",
  left: (p: { what: string[] }) => `left: ${p.what.join(", ")}`,
  doorway: "How it works",
  // decision
  decisionAsk: "What will you decide with this segment?",
  decisionWhy:
    "A segment that serves no decision is a filter on a report. Begin here; no data is needed yet.",
  presets: "Decisions that segments are made for",
  presetsNote: "take one and change its words",
  take: "Take this",
  takeNamed: (p: { question: string }) => `Take “${p.question}”`,
  // dimensions
  dimensionsAsk: "What could explain the difference?",
  dimensionsWhy:
    "Choose what could change the answer to your question, and say why. Age or region alone seldom does: what people try to do, and how they decide, often does.",
  dimensionsFirst: "A decision comes first: the dimensions stand under its question.",
  dimension: "Dimension",
  because: "Why it could explain the decision",
  dimensionQuestion: "For example company size, or stage of the contract",
  becauseQuestion: "Because …",
  nameAt: (p: { at: number }) => `Dimension ${p.at}`,
  becauseOf: (p: { at: number; name: string }) => `Why ${p.name || `dimension ${p.at}`} could explain it`,
  removeDimension: (p: { name: string }) => `Remove ${p.name || "this dimension"}`,
  suggestions: "Often worth a look",
  addNamed: (p: { name: string }) => `Add ${p.name}`,
  // data
  dataAsk: "Where can it be seen?",
  dataWhy:
    "A table of customers with the columns of your dimensions, one row each, and the day it was true. Without one, write what you expect: it stays beside whatever is measured later.",
  table: "Table",
  noTable: "no table yet",
  belongs: "Who belongs",
  unit: "One row is a",
  asOf: "True as of",
  rows: (p: { n: string; rows: string }) => `${p.n} of ${p.rows}`,
  noRule: "no rule over a table yet",
  toSegment: "Write the rule",
  toData: "Go to the data",
  unstated: "not said",
  expects: "What you expect",
  expectsQuestion: "Not measured yet: what should turn out, and how much of it?",
  expectsKept: "written before there is data, kept beside it after",
  // compare
  compareAsk: "What did they do, against everyone else?",
  compareWhy:
    "A segment is compared with everyone outside it, on what happened downstream. A click is early: it counts once something followed.",
  against: "Against everyone else",
  toResults: "Open the results",
  notMeasured: "Not measured yet",
  notMeasuredWhy: "What you expect stands until there is a metric on a table, or counts typed in.",
  // act
  actAsk: "What will be done differently for them?",
  actWhy:
    "A segment that changes none of these is proposed for retirement. Each change has its words in the statement and in the journey.",
  changes: "What it changes",
  retire: "Nothing is done differently yet. Choose what changes, or retire the segment.",
  toPositioning: "Write the statement",
  toJourney: "Write what they meet",
  // review
  reviewAsk: "When is it looked at again?",
  reviewWhy:
    "Markets, products and tracking change, and with them who decides how. A segment holds until its review date, not for ever.",
  reviewOn: "Review on",
  reviewQuestion: "A date",
  overdue: "The review date has passed.",
  confirmed: "Links confirmed",
  confirmedOf: (p: { n: number }) => `${p.n} of 6 sound`,
});

export const steps: Readonly<Record<PathStepName, string>> = {
  decision: "Decision",
  dimensions: "Dimensions",
  data: "Data",
  compare: "Compare",
  act: "Act",
  review: "Review",
};

export const progress: Readonly<Record<PathProgress, string>> = {
  open: "to do",
  skipped: "skipped",
  begun: "begun",
  expected: "expected, not measured",
  done: "done",
};

export const lacks: Readonly<Record<PathLack, string>> = {
  question: "the question",
  owner: "who decides",
  due: "by when",
  dimension: "a dimension",
  reason: "why it explains",
  table: "a rule over a table",
  unit: "what a row is",
  as_of: "the day it was true",
  metric: "a downstream metric",
  target: "a target",
  action: "what changes",
  review_date: "a date",
  overdue: "overdue",
};

/** Decisions that segments are made for, each with what could be chosen. */
export const presets: readonly { id: string; question: string; options: readonly string[] }[] = [
  {
    id: "budget",
    question: "Where does the next quarter's budget go?",
    options: ["All of it to this segment", "Split it evenly", "Leave it as it is"],
  },
  {
    id: "message",
    question: "Do they get a message and a landing page of their own?",
    options: ["A page and a message of their own", "A message only", "The same as everyone"],
  },
  {
    id: "sales",
    question: "Whom does sales call first?",
    options: ["This segment first", "In the order they come in", "This segment is declined"],
  },
  {
    id: "offer",
    question: "Which offer do they see first, and at what price?",
    options: ["An offer of their own", "The same offer, explained differently", "The same as everyone"],
  },
  {
    id: "keep",
    question: "What is done to keep them?",
    options: ["Help at the moment they tend to leave", "A change in the product", "Nothing; let them go"],
  },
  {
    id: "stop",
    question: "Whom do we stop serving?",
    options: ["Stop advertising to them", "Serve them at a higher price", "Go on as before"],
  },
];

/** What often explains how people decide, for a start. */
export const suggestions: readonly { name: string; why: string }[] = [
  { name: "What they try to get done", why: "" },
  { name: "What they use today", why: "" },
  { name: "Stage of the relationship", why: "" },
  { name: "Who has to agree", why: "" },
  { name: "What a mistake would cost them", why: "" },
];
