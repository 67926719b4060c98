import type { Link, Need } from "../api/types";
import { phrases } from "./catalogue";

/** The Map: all segments, link by link. */
export const t = phrases("map", {
  place: "Map",
  heading: "Map: all segments",
  // the offering
  offering: "The offering",
  offeringName: "Name of the offering",
  offeringNameQuestion: "What do you offer?",
  offeringCategory: "Category of the offering",
  offeringCategoryQuestion: "What kind of thing is it?",
  offeringSummary: "The offering in a sentence",
  offeringSummaryQuestion: "In a sentence: what is it, and for whom?",
  // rows
  rows: "Segments and their links",
  segment: "Segment",
  results: "Against everyone else",
  legendStale: "stale: what it rests on changed",
  roleAndStanding: (p: { role: string; standing: string }) => `${p.role} · ${p.standing}`,
  size: (p: { n: string; unit: string; share: string }) => `${p.n} ${p.unit} · ${p.share}`,
  row: "row",
  resultsOf: (p: { name: string }) => `${p.name}: results against everyone else`,
  described: "described, not measured",
  notMeasured: "not measured yet",
  notCounted: "cannot be counted",
  node: (p: { name: string; link: string; state: string; words: string }) =>
    `${p.name}, ${p.link}, ${p.state}` + (p.words === "" ? "" : `: ${p.words}`),
  // nodes
  draft: "Draft:",
  stale: "Stale:",
  missing: "Missing:",
  missingOnly: "Missing",
  notConfirmed: "not confirmed",
  restChanged: (p: { date: string }) =>
    p.date === "" ? "what it rests on changed" : `what it rests on changed ${p.date}`,
  confirmed: (p: { date: string }) => (p.date === "" ? "confirmed" : `confirmed ${p.date}`),
  conditions: (p: { n: number }) => (p.n === 1 ? "1 condition" : `${p.n} conditions`),
  inWords: "described in words",
  pains: (p: { pains: number; payoffs: number }) =>
    `${p.pains} ${p.pains === 1 ? "pain" : "pains"}, ${p.payoffs} ${p.payoffs === 1 ? "payoff" : "payoffs"}`,
  version: (p: { n: number; date: string }) => (p.date === "" ? `v${p.n}` : `v${p.n}, ${p.date}`),
  pieces: (p: { n: number }) => (p.n === 1 ? "1 piece" : `${p.n} pieces`),
  targetBy: (p: { date: string }) => `target by ${p.date}`,
  targets: (p: { n: number }) => (p.n === 1 ? "1 target" : `${p.n} targets`),
  // set aside
  setAside: (p: { n: number }) => `Set aside: ${p.n} retired or invalidated`,
  // nothing yet
  noneTitle: "No segment yet",
  noneAdvice:
    "The line starts with a group that decides differently from the others. Write down who they are; a table can follow.",
  newSegment: "New segment",
  fromTable: "Or start from a customer table",
});

/** What a link lacks, after "Draft:". */
export const lacking: Readonly<Record<Need, string>> = {
  decision: "decides nothing",
  question: "no question",
  owner: "no owner",
  due: "no date",
  definition: "nobody said who belongs",
  decides_by: "how they decide is open",
  reach: "not reachable",
  job: "no job",
  pain: "no pain",
  payoff: "no payoff",
  not_for: "not for whom is open",
  for_whom: "for whom is open",
  problem: "no problem",
  benefit: "no benefit",
  why_believe: "no reason to believe",
  alternative: "replaces nothing",
  non_vendor: "only vendors to replace",
  differentiator: "no difference",
  touchpoint: "no words they meet",
  downstream_metric: "no downstream metric",
  target: "no target set",
  findings: "findings are open",
  confirmation: "not confirmed",
};

/** What is missing where a whole link is, after "Missing:". */
export const missingWhole: Readonly<Record<Link, string>> = {
  decision: "decides nothing",
  segment: "nobody said who belongs",
  value: "no job, pain or payoff",
  positioning: "no statement",
  journey: "no words they meet",
  results: "no downstream metric",
};
