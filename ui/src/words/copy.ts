import { phrases } from "./catalogue";

/** Taking a table or a picture along. */
export const t = phrases("copy", {
  copy: "Copy",
  copyOf: (p: { what: string }) => `Copy: ${p.what}`,
  asText: "Copy as text",
  asCsv: "Copy as CSV",
  saveSvg: "Save as SVG…",
  savePng: "Save as PNG…",
  copiedRows: (p: { n: string; one: boolean }) => (p.one ? "Copied 1 row" : `Copied ${p.n} rows`),
  notCopied: "The clipboard could not be reached.",
  notDrawn: "The picture could not be drawn.",
  written: (p: { file: string }) => `Written to ${p.file}`,
  // Heads of columns that only a copy has.
  low: (p: { of: string }) => `${p.of}, 95 % low`,
  high: (p: { of: string }) => `${p.of}, 95 % high`,
  nOf: (p: { of: string }) => `${p.of}, n`,
  unknownOf: (p: { of: string }) => `${p.of}, unknown`,
  measure: "Measure",
  share: "share",
  mean: "mean",
  better: "Better",
  stage: "Stage",
  role: "Role",
  standing: "Standing",
  points: "points",
  everyoneElse: "Everyone else",
  difference: "Difference",
  p: "p",
  q: "q",
  verdict: "Verdict",
  inWords: "In words",
});
