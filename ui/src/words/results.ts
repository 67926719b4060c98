import { phrases } from "./catalogue";

export const t = phrases("results", {
  counting: "Counting",
  // columns
  early: "Early",
  earlyNote: "what they clicked",
  downstream: "Downstream",
  downstreamNote: "what they did",
  leadsTo: "leads to",
  noEarly: "no early metric leads here",
  results: "Results against everyone else",
  pictureTitle: (p: { segment: string }) => `${p.segment} against everyone else`,
  // figures
  points: "points",
  by: (p: { from: string; to: string; unit: string }) => `by ${p.from} to ${p.to} ${p.unit}`,
  between: (p: { from: string; to: string; unit: string }) => `${p.from} to ${p.to} ${p.unit}`,
  wouldSee: (p: { size: string; unit: string }) => `would see ≥ ${p.size} ${p.unit}`,
  unknown: (p: { n: string }) => `${p.n} unknown`,
  everyoneElse: "everyone else",
  band: "differences inside the band would change no decision",
  comparisons: (p: { n: string; one: boolean }) =>
    p.one ? "1 comparison" : `${p.n} comparisons, q by metric (Benjamini–Hochberg)`,
  notATest: "Associations, not a test.",
  // early metrics without a partner
  unpartneredTitle: "Needs a downstream partner",
  unpartneredNote: "a click says nothing until it is shown with what they then did",
  partnerOf: (p: { name: string }) => `Downstream partner of ${p.name}`,
  partnerNone: "which metric should it lead to?",
  partnerElsewhere: (p: { partner: string }) => `${p.partner} is not measured on this segment`,
  // targets
  targets: "Targets",
  targetsNote: "what this segment should reach",
  metric: "Metric",
  now: "Now",
  aim: "Aim",
  aimOf: (p: { name: string }) => `Aim for ${p.name}`,
  aimQuestion: "how much?",
  by_when: "By",
  byOf: (p: { name: string }) => `Date of the aim for ${p.name}`,
  byQuestion: "when?",
  toGo: "To go",
  there: "there",
  less: (p: { size: string }) => `${p.size} less`,
  more: (p: { size: string }) => `${p.size} more`,
  ofN: (p: { n: string }) => `of ${p.n}`,
  unnamed: "Unnamed metric",
  // nothing to show
  noneTitle: "Nothing is measured yet",
  noneAdvice:
    "Import a table and choose the columns that show whether it worked, or type in what you counted below.",
  goData: "Go to the data",
  notMeasuredTitle: "This segment is not measured",
  notMeasuredAdvice:
    "The metrics count rows of a table, and this segment has no rule over it. Write the rule, or type in its counts below.",
  goSegment: "Write the rule",
});
