import { phrases } from "./catalogue";

export const t = phrases("brief", {
  name: "Briefs",
  setting: "Setting the pages",
  head: (p: { pages: number; open: number }) =>
    `${p.pages === 1 ? "1 page" : `${p.pages} pages`}, ${
      p.open === 0 ? "all six links sound" : `${p.open} of 6 links not sound yet`
    }`,
  view: "Shown as",
  pages: "Pages",
  markdown: "Markdown",
  exportPdf: "Export PDF…",
  exportMarkdown: "Export Markdown…",
  exportBriefPdf: "Export the brief as PDF…",
  exportBriefMarkdown: "Export the brief as Markdown…",
  print: "print paper",
  exported: (p: { file: string }) => `Written to ${p.file}`,
  show: "Show in its folder",
  page: (p: { n: number; of: number; segment: string }) =>
    `Page ${p.n} of ${p.of} of the brief on ${p.segment}. The Markdown view has the same words as text.`,
  pageOf: (p: { n: number; of: number }) => `${p.n} of ${p.of}`,
  notes: "On the words",
  notesNote: "printed in the brief as well",
  standsOn: "What it stands on",
  table: "Table",
  noTable: "no table: described in words",
  rows: "Rows",
  segmentRows: "Of them here",
  asOf: "True as of",
  hash: "Content",
  rule: "Rule",
  noRule: "none",
  positioning: "Positioning",
  version: (p: { n: number }) => `v${p.n}`,
  versionSince: (p: { n: number; since: string }) => `v${p.n} since ${p.since}`,
  left: "Still open",
  noSegmentTitle: "No segment to brief anybody on",
  noSegment: "A brief says one segment's decision, value, positioning and results on paper.",
  newSegment: "New segment",
});
