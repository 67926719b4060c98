import type { HitKind } from "../api/types";

/** The kinds of record that a search finds, as they stand beside what was found. */
export const kinds: Readonly<Record<HitKind, string>> = {
  offering: "offering",
  decision: "decision",
  segment: "segment",
  job: "job",
  pain: "pain",
  payoff: "payoff",
  feature: "feature",
  proof: "proof",
  positioning: "statement",
  alternative: "alternative",
  version: "earlier version",
  touchpoint: "touchpoint",
  metric: "metric",
  dataset: "table",
  column: "column",
  suppression: "finding set aside",
};
