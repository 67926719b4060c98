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
  resultsShort: "vs everyone else",
  legendStale: "stale: what it rests on changed",
  roleAndStanding: (p: { role: string; standing: string }) => `${p.role} · ${p.standing}`,
  size: (p: { n: string; unit: string; share: string }) => `${p.n} ${p.unit} · ${p.share}`,
  row: "row",
  resultsOf: (p: { name: string; figures: string }) =>
    `${p.name}, results against everyone else` + (p.figures === "" ? "" : `: ${p.figures}`),
  twin: (p: { name: string }) => `Decides like ${p.name}: merge?`,
  // figures
  n: (p: { n: string }) => `n ${p.n}`,
  tooFew: "too few",
  nobodyElse: "everyone",
  figure: (p: { name: string; difference: string; points: boolean; verdict: string; n: string }) =>
    `${p.name} ${p.difference}${p.points ? " points" : ""}, ${p.verdict}, n ${p.n}`,
  figureFew: (p: { name: string; n: string }) => `${p.name}: too few to say, n ${p.n}`,
  figureEveryone: (p: { name: string; n: string }) => `${p.name}: nobody else is left, n ${p.n}`,
  figureNone: (p: { name: string }) => `${p.name}: not measured yet`,
  figuresFailed: "The figures could not be read.",
  noMetric: "Choose a metric",
  noDownstream: "Choose a downstream metric",
  resultsPoints: ", points",
  // as a picture
  pictureOf: (p: { name: string }) => (p.name === "" ? "Map" : `${p.name}: map of the segments`),
  stateOf: (p: { state: string; names: string[] }) =>
    `${p.state.charAt(0).toUpperCase()}${p.state.slice(1)}: ${p.names.join(", ").toLowerCase()}`,
  lineEnds: "The line ends here: not for us.",
  pictureFoot:
    "Results: the difference to everyone else, as a dot with its 95 % interval. The upright line is no difference, and better is to the right; within the band a difference would change nothing.",
  // coming up
  upcoming: "Coming up",
  upcomingNone: "Nothing has a date in the next six months.",
  upcomingMore: (p: { n: number }) => `${p.n} more`,
  decide: (p: { text: string }) => p.text || "Decide",
  target: (p: { text: string; name: string }) => `Target for ${p.text}: ${p.name}`,
  reviewOf: (p: { text: string }) => `Review: ${p.text}`,
  overdue: (p: { days: number }) => (p.days === 1 ? "1 day overdue" : `${p.days} days overdue`),
  today: "today",
  // shared features
  shared: "Same feature, different value",
  sharedNote: (p: { n: number; differ: number }) =>
    `${p.n === 1 ? "1 feature stands" : `${p.n} features stand`} in several segments; ${p.differ === 0 ? "none serves" : p.differ === 1 ? "1 serves" : `${p.differ} serve`} different payoffs`,
  matrix: "Features by segment",
  feature: "Feature",
  servesNothing: "serves no payoff yet",
  notThere: "–",
  underATenth: "under 0.1 %",
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
  stillSays: (p: { words: string }) => `still says “${p.words}”`,
  piecesSay: (p: { n: number; of: number; words: string }) =>
    `${p.n} of ${p.of} ${p.of === 1 ? "piece" : "pieces"} still ${p.n === 1 ? "says" : "say"} “${p.words}”`,
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
  setAside: "Set aside",
  setAsideNote: (p: { n: number }) => `${p.n} retired or invalidated`,
  setAsideRows: "Segments set aside",
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
