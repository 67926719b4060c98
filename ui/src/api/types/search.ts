/** What a query finds in all texts. */

export type HitKind =
  | "offering"
  | "decision"
  | "segment"
  | "job"
  | "pain"
  | "payoff"
  | "feature"
  | "proof"
  | "positioning"
  | "alternative"
  | "version"
  | "touchpoint"
  | "metric"
  | "dataset"
  | "column"
  | "suppression";

/** Letters of a text; both count Unicode scalar values. */
export interface Span {
  start: number;
  end: number;
}

export interface Hit {
  kind: HitKind;
  record: string;
  field: string;
  place: "data" | "decision" | "segment" | "value" | "positioning" | "journey" | "path";
  /** Empty when it belongs to none. */
  segment: string;
  within: string;
  snippet: string;
  found: Span[];
}

export interface Found {
  hits: Hit[];
  total: number;
}
