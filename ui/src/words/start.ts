import { phrases } from "./catalogue";
import { count, percent } from "./figures";

export const t = phrases("start", {
  name: "Throughline",
  line: "Decision, segment, value, positioning, journey, results: one line",
  storyHead: "Start from a story",
  before: "before",
  after: "after",
  measured: (p: { yes: number; n: number; did: string }) =>
    `${percent(p.yes / p.n, 0)} ${p.did}, n ${count(p.n)}`,
  newHead: "New workbook",
  newBook: "New workbook…",
  openBook: "Open a workbook…",
  newFrom: (p: { template: string }) => `New workbook: ${p.template}`,
  saas: "B2B SaaS",
  saasNote: "leads, trials, churn",
  dtc: "Direct to consumer",
  dtcNote: "orders, refunds, repeat",
  service: "Service",
  serviceNote: "enquiries, projects, referrals",
  blank: "Blank",
  blankNote: "only the six links",
  retry: "Try again",
  openHead: "Open",
  open: "A workbook on this computer…",
  decision: "what is it for?",
  segment: "who decides differently?",
  value: "what is it worth to them?",
  positioning: "why us, against what?",
  journey: "which words do they meet?",
  results: "what did they then do?",
  local: "Everything stays in files on this computer. No account, no server.",
});
