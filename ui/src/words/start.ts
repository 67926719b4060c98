import { phrases } from "./catalogue";

export const t = phrases("start", {
  name: "Throughline",
  line: "Decision, segment, value, positioning, journey, results: one line",
  newHead: "New workbook",
  blank: "Blank",
  blankNote: "only the six links",
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
