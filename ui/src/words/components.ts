import { phrases } from "./catalogue";

/** What the shared parts say by themselves. */
export const t = phrases("components", {
  choose: "Choose",
  notADate: "Write a date such as 2026-11-01.",
  notANumber: "Write a number.",
  outOf: (p: { least: string; most: string }) => `Write a number from ${p.least} to ${p.most}.`,
  search: "Search",
  cancel: "Cancel",
  remove: (p: { name: string }) => `Remove ${p.name}`,
  grade: (p: { grade: string }) => `data grade ${p.grade}`,
  ofFive: (p: { score: number }) => `${p.score} of 5`,
  notScored: "not scored",
  places: "Places",
  workbook: "Workbook",
  chain: "Chain",
  linkOf: (p: { link: string; name: string }) => `${p.link} of ${p.name}`,
  worse: "← worse",
  better: "better →",
  wouldSee: (p: { size: string }) => `would see ≥ ${p.size}`,
  points: "points",
  plotNothing: (p: { name: string }) => `${p.name}: nothing to draw`,
  plot: (p: { name: string; verdict: string; at: string; low: string; high: string }) =>
    `${p.name}: ${p.verdict}, difference ${p.at}, 95 % interval ${p.low} to ${p.high}`,
  plotBand: (p: { low: string; high: string }) =>
    `; differences from ${p.low} to ${p.high} would change no decision`,
  ofN: (p: { n: string }) => `of ${p.n}`,
  rateInterval: (p: { low: string; high: string }) => `95 % interval ${p.low} to ${p.high}`,
  seconds: (p: { n: number }) => (p.n < 1 ? "under a second" : `${p.n} s`),
  minutes: (p: { n: number }) => `${p.n} min`,
  working: (p: { done: string; total: string; unit: string }) =>
    `${p.done} of ${p.total} ${p.unit}`,
  pace: (p: { rate: string; left: string }) => `${p.rate} a second, ${p.left} left`,
});
