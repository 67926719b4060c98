import type { Link } from "../api/types";
import { phrases } from "./catalogue";

/** The next step, as a sentence with a button. */
export const t = phrases("steps", {
  next: "Next step",
  notNow: "Not now",
  allOff: (p: { n: number }) =>
    p.n === 1 ? "One step is put off; nothing else is open." : `${p.n} steps are put off; nothing else is open.`,
  again: "Show them again",
  nothing: "Every link is sound.",
  nothingWhy: "What changes from now on shows here as soon as something rests on it.",
  goTo: (p: { noun: string }) => `Go to ${p.noun}`,
  goToSegment: (p: { name: string }) => `Go to ${p.name}`,
  review: (p: { noun: string }) => `Review ${p.noun}`,
  toData: "Go to the data",
  importIt: "Import its table",
  // each kind
  first: "No segment yet.",
  firstWhy: "The line starts with a group that decides differently from the others.",
  firstGo: "Write the first",
  stale: (p: { noun: string; name: string }) =>
    `${p.noun} of ${p.name} may no longer hold: what it rests on has changed.`,
  staleSays: (p: { noun: string; name: string; words: string }) =>
    `${p.noun} of ${p.name} still says “${p.words}”.`,
  nowSays: (p: { what: string; now: string }) => `${p.what} now says “${p.now}”`,
  each: "It stays stale until someone confirms or changes it",
  staleMore: (p: { n: number }) =>
    p.n === 0 ? "." : p.n === 1 ? ", and one more link is stale." : `, and ${p.n} more links are stale.`,
  blocker: (p: { noun: string; name: string }) =>
    `Something keeps ${p.noun} of ${p.name} from being sound.`,
  noPrimary: "No segment is the primary one.",
  noPrimaryWhy: "Choose the one that the work is for now; the others wait their turn.",
  noData: "Nothing is measured yet: what is written here is what you believe.",
  noDataWhy: "Import a customer table, or type in the counts you already have.",
  notImported: (p: { dataset: string; name: string }) =>
    `The rule of ${p.name} waits for the rows of “${p.dataset}”.`,
  notImportedWhy: "Until its table is imported, nobody can be counted in it.",
  ago: (p: { days: number }) => (p.days === 1 ? "yesterday" : `${p.days} days ago`),
  decisionPast: (p: { question: string; ago: string }) => `“${p.question}” was due ${p.ago}.`,
  decisionPastWhy: "Write down what was decided, or give it a new date.",
  decisionPastOwner: (p: { owner: string }) =>
    `${p.owner} decides. Write down what was decided, or give it a new date.`,
  targetPast: (p: { metric: string; name: string; date: string }) =>
    `The target of ${p.name} for ${p.metric} was to be reached by ${p.date}.`,
  targetPastWhy: "See what they did, and set the next one.",
  reviewPast: (p: { name: string; ago: string }) => `${p.name} was to be looked at again ${p.ago}.`,
  reviewPastWhy: "A segment is a hypothesis, and it ages. Look at it, and set the next date.",
  left: (p: { noun: string; name: string; what: string }) =>
    p.what === "" ? `Something is left in ${p.noun} of ${p.name}.` : `Left in ${p.noun} of ${p.name}: ${p.what}.`,
  leftWhy: "Until then it is a draft, and what follows rests on a draft.",
  confirm: (p: { noun: string; name: string }) =>
    `Nobody has confirmed ${p.noun} of ${p.name} yet.`,
  confirmWhy: "Nothing is left to write in it. Read it once more, and confirm that it holds.",
  twins: (p: { name: string; other: string }) => `${p.name} and ${p.other} decide nearly alike.`,
  twinsWhy: (p: { apart: string }) =>
    p.apart === ""
      ? "Every scored axis is the same. Merge them, or write down what differs."
      : `They differ only in ${p.apart}. Merge them, or write down what differs.`,
  apart: (p: { axis: string; mine: number; theirs: number }) => `${p.axis} (${p.mine} and ${p.theirs})`,
  retire: (p: { name: string }) => `${p.name} changes nothing in the work.`,
  retireWhy:
    "None of message, budget, landing page, email, sales priority, UX and channel. Say what it changes, or retire it.",
});

/** What a link is called inside a sentence. */
export const linkNouns: Readonly<Record<Link, string>> = {
  decision: "the decision",
  segment: "the definition",
  value: "the value",
  positioning: "the statement",
  journey: "the journey",
  results: "the results",
};

/** A noun at the start of a sentence. */
export function cap(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

/** What to do where a whole link is missing. */
export const missingSteps: Readonly<
  Record<Link, { title: (name: string) => string; detail: string; go: string }>
> = {
  decision: {
    title: (name) => `${name} decides nothing yet.`,
    detail: "Without a decision a segment only filters a report. What would you do differently?",
    go: "Write the decision",
  },
  segment: {
    title: (name) => `Nobody has said who belongs to ${name}.`,
    detail: "By a rule over a table, or in a sentence.",
    go: "Say who they are",
  },
  value: {
    title: (name) => `Nothing says yet what ${name} would gain.`,
    detail: "What they try to get done, what gets in the way, and what changes for them by when.",
    go: "Write job, pain and payoff",
  },
  positioning: {
    title: (name) => `${name} has no statement yet.`,
    detail: "For whom, which problem, what they get, why believe it, and what it replaces.",
    go: "Write the statement",
  },
  journey: {
    title: (name) => `${name} meets no words yet.`,
    detail: "Ad, landing page, offer: write what they read, and which claims it carries.",
    go: "Write the words they meet",
  },
  results: {
    title: (name) => `Nothing shows yet what ${name} did.`,
    detail: "One downstream metric says whether the line holds.",
    go: "Choose a metric",
  },
};
