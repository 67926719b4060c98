/** What segments did, against everyone else. */
import type { Better, Stage } from "./vocabulary";

export type Verdict =
  "better" | "worse" | "too_small_to_matter" | "no_difference_that_matters" | "cannot_tell";

/** A segment against everyone else. Rates are fractions, intervals 95 %; null is undefined. */
export interface CompareRow {
  segment: string;
  name: string;
  n: number;
  value: number | null;
  low: number | null;
  high: number | null;
  against: string;
  against_n: number;
  against_value: number | null;
  against_low: number | null;
  against_high: number | null;
  difference: number | null;
  difference_low: number | null;
  difference_high: number | null;
  p: number | null;
  q: number | null;
  verdict: Verdict;
  words: string;
  unknown: number;
  against_unknown: number;
  /** The smallest difference that would be seen with these numbers. */
  detectable: number | null;
}

export interface ResultRow {
  metric: string;
  name: string;
  stage: Stage;
  better: Better;
  threshold: number;
  /** The downstream metric that an early one is shown with, or empty. */
  partner: string;
  /** Whether values are shares; else means in a unit of their own. */
  is_share: boolean;
  row: CompareRow;
}

export interface Results {
  segment: string;
  /** What the page found, without a full stop. */
  heading: string;
  rows: ResultRow[];
  /** How many comparisons were made over all metrics; q is corrected over those of each metric. */
  comparisons: number;
}

/** A few metrics over all segments. */
export interface MapResults {
  metrics: MapMetric[];
  /** A row for every segment. */
  rows: { segment: string; figures: MapFigure[] }[];
}

export interface MapMetric {
  id: string;
  name: string;
  better: Better;
  threshold: number;
  is_share: boolean;
  comparisons: number;
  /** Why it cannot be measured at all. */
  problem: string | null;
}

export type Reading = "read" | "too_few" | "nobody_else" | "not_measured";

/** A segment against everyone else on one metric. */
export interface MapFigure {
  reading: Reading;
  n: number;
  difference: number | null;
  low: number | null;
  high: number | null;
  q: number | null;
  verdict: Verdict;
}
