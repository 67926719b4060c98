import { phrases } from "./catalogue";

export const t = phrases("decision", {
  none: "A report filter: it serves no decision yet",
  noQuestion: "A decision without its question",
  lacks: (p: { what: string[] }) => `A decision without ${p.what.join(" and ")}`,
  anOwner: "an owner",
  aDate: "a date",
  // "Mara Lindqvist, head of retention, decides": what follows a comma ends with one.
  decides: (p: { owner: string; due: string }) =>
    `${p.owner}${p.owner.includes(",") ? "," : ""} decides by ${p.due}`,
  question: "What is decided",
  questionAsk: "What will be done differently for this segment? Ask it as a question",
  options: "Options",
  optionsNote: "what could be chosen, doing nothing included",
  option: "Option",
  optionQuestion: "What could be done?",
  ownerDue: "Who and when",
  owner: "Who decides",
  ownerQuestion: "One name",
  due: "By when",
  dueQuestion: "A date",
  // what it takes
  takes: "What it takes",
  takesNote: "until then it filters a report",
  takesWhy:
    "A segment is worth its name when somebody will decide something with it. Without that it is a filter on a report: right to look at, and no reason to speak to people differently.",
  takesQuestion: "A question that can be answered in more than one way",
  takesOwner: "One person who answers it",
  takesDue: "A date by which it is answered",
  done: "there",
  open: "open",
  // others
  others: "Other decisions",
  othersNote: "in this workbook",
  attach: "Attach",
  attachNamed: (p: { question: string }) => `Attach “${p.question}”`,
  detach: "Detach from this segment",
  removeNamed: (p: { question: string }) => `Remove “${p.question}”`,
  unasked: "a decision without its question",
  serves: "Also served by",
  ownerAndDue: (p: { owner: string; due: string }) => [p.owner, p.due].filter(Boolean).join(", "),
});
