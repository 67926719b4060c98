import { phrases } from "./catalogue";

export const t = phrases("value", {
  name: "What it is worth to them",
  // what the page found
  nothing: "Nothing written yet: what do they try to get done?",
  painsOpen: (p: { n: number }) =>
    p.n === 1 ? "1 pain has no payoff yet" : `${p.n} pains have no payoff yet`,
  noPains: "A job, and nothing that gets in its way yet",
  loose: (p: { n: number }) =>
    p.n === 1 ? "1 feature stands behind no payoff" : `${p.n} features stand behind no payoff`,
  unproven: (p: { n: number; of: number }) =>
    p.of === 1 ? "1 payoff, and no proof of it" : `${p.n} of ${p.of} payoffs have no proof`,
  whole: (p: { n: number }) =>
    p.n === 1 ? "1 payoff, with its pain and its proof" : `${p.n} payoffs, each with its pain and its proof`,
  // columns
  jobs: "Jobs",
  jobsNote: "what they try to get done",
  pains: "Pains",
  painsNote: "what gets in the way",
  payoffs: "Payoffs",
  payoffsNote: "what they gain, by when",
  behind: "Proof",
  behindNote: "and the features behind it",
  job: "Job",
  pain: "Pain",
  payoff: "Payoff",
  proof: "Proof",
  feature: "Feature",
  proofOrFeature: "Proof or feature",
  featureNeedsPayoff: "needs a payoff first",
  for: (p: { text: string }) => `for “${p.text}”`,
  numbered: (p: { kind: string; n: number }) => `${p.kind} ${p.n}`,
  // questions of empty sentences
  jobQuestion: "What do they try to get done?",
  painQuestion: "What gets in the way of it?",
  payoffQuestion: "What would they gain, how much, by when?",
  proofQuestion: "What makes it believable?",
  featureQuestion: "What in the product does it?",
  // what hangs on a sentence
  kind: (p: { of: string }) => `Kind of ${p.of}`,
  kindQuestion: "kind?",
  severity: "severity",
  severityOf: (p: { of: string }) => `Severity of ${p.of}`,
  quantity: (p: { of: string }) => `How much ${p.of} is`,
  quantityQuestion: "how much",
  unit: (p: { of: string }) => `Unit of ${p.of}`,
  unitQuestion: "of what",
  horizon: (p: { of: string }) => `Days until ${p.of}`,
  horizonQuestion: "how many",
  within: "within",
  days: "days",
  featureKind: "feature",
  looseFeature: "behind no payoff",
  looseProof: "proves no payoff",
  links: (p: { of: string }) => `Where ${p.of} hangs`,
  none: "Nowhere",
  remove: "Remove",
  unwritten: "not written yet",
  // whom
  whom: "Whom it is for, and whom it is not for",
  forTitle: "For",
  forQuestion: "Who gets this payoff, said as a condition?",
  forLine: "For",
  notForTitle: "Not for",
  notForQuestion: "Who should not buy it, and why?",
  notForLine: "Not for",
});
