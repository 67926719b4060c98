import { phrases } from "./catalogue";

export const t = phrases("journey", {
  nothing: "Nothing they meet yet: where do they first read about it?",
  carried: (p: { n: number }) =>
    p.n === 1 ? "1 touchpoint, and it carries a claim" : `All ${p.n} touchpoints carry a claim`,
  empty: (p: { n: number; of: number }) =>
    p.of === 1 ? "1 touchpoint, and it carries no claim" : `${p.n} of ${p.of} touchpoints ${p.n === 1 ? "carries" : "carry"} no claim`,
  title: "The words they meet",
  note: "from the first ad to the sales call",
  where: "Where",
  kindOf: (p: { n: number }) => `Where touchpoint ${p.n} is`,
  kindQuestion: "where?",
  words: "The very words",
  wordsOf: (p: { n: number }) => `Words of touchpoint ${p.n}`,
  question: "What does it say? Paste the words as they run",
  claims: "Claims it carries",
  carry: "Claim",
  carryOf: (p: { n: number }) => `Claim of touchpoint ${p.n}`,
  payoff: "payoff",
  proof: "proof",
  noClaims: "Value holds no payoff or proof yet",
  drop: (p: { claim: string }) => `No longer carry “${p.claim}”`,
  removeHead: "Remove",
  remove: (p: { n: number }) => `Remove touchpoint ${p.n}`,
  unwritten: "not written yet",
});
