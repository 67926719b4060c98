import { phrases } from "./catalogue";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Small numbers read as words. */
function spelled(n: number): string {
  return NUMBERS[n] ?? String(n);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One change, and what no longer holds because of it. */
export const t = phrases("blast", {
  title: (p: { changes: number; records: number }) =>
    `${capital(spelled(p.changes))} ${p.changes === 1 ? "change" : "changes"}, ${spelled(p.records)} ${p.records === 1 ? "record that no longer holds" : "records that no longer hold"}`,
  note: "Each stays stale until someone confirms or changes it",
  more: (p: { n: number }) => (p.n === 1 ? "1 more change" : `${p.n} more changes`),
  review: "Review",
  reviewThat: (p: { name: string }) => `Review: ${p.name}`,
  restsOnIt: "rests on it",
  gone: "is gone",
  // what changed
  job: (p: { n: string }) => `Job ${p.n}`.trim(),
  pain: (p: { n: string }) => `Pain ${p.n}`.trim(),
  payoff: (p: { n: string }) => `Payoff ${p.n}`.trim(),
  proof: (p: { n: string }) => `Proof ${p.n}`.trim(),
  alternative: (p: { n: string }) => `Alternative ${p.n}`.trim(),
  decision: "The decision",
  dataset: (p: { name: string }) => `The data of ${p.name}`,
  statementOf: (p: { name: string }) => `The statement of ${p.name}`,
  decidesOf: (p: { name: string }) => `How ${p.name} decide`,
  limitsOf: (p: { name: string }) => `For whom ${p.name} stands`,
  definitionOf: (p: { name: string }) => `Who belongs to ${p.name}`,
  // what no longer holds
  statement: (p: { n: number }) => `Statement v${p.n}`,
  piece: "Words they meet",
  of: (p: { what: string; name: string }) => `${p.what} of ${p.name}`,
});
