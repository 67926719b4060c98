/** The six links of a segment, what they rest on, and what has changed under them. */

export type Link = "decision" | "segment" | "value" | "positioning" | "journey" | "results";
export type LinkState = "missing" | "draft" | "sound" | "stale";

/** Something a link still asks for. */
export type Need =
  | "decision"
  | "question"
  | "owner"
  | "due"
  | "definition"
  | "decides_by"
  | "reach"
  | "job"
  | "pain"
  | "payoff"
  | "not_for"
  | "for_whom"
  | "problem"
  | "benefit"
  | "why_believe"
  | "alternative"
  | "non_vendor"
  | "differentiator"
  | "touchpoint"
  | "downstream_metric"
  | "target"
  | "findings"
  | "confirmation";

export interface LinkView {
  link: Link;
  state: LinkState;
  /** What it still asks for, most useful first. */
  needs: Need[];
  /** Open findings on it, by level. */
  blockers: number;
  warnings: number;
  /** An ISO date; empty when never. */
  confirmed_on: string;
  /** Since when it no longer holds, as an ISO date; empty when it does, or when nobody knows. */
  since: string;
}

/** A field of a record that something rests on. */
export interface GroundPlace {
  /** `payoffs/hours`: its list in the chain document, then its id. */
  record: string;
  /** `text`, `positioning.benefit`. */
  field: string;
  /** The segment it is written in; empty for what belongs to none, or is gone. */
  home: string;
  /** Its place in its list, from 1; 0 for what stands in none, or is gone. */
  nth: number;
}

/** What was when a link was confirmed (empty: it is new) and what is (empty: it is gone). */
export interface GroundChange {
  place: GroundPlace;
  was: string;
  now: string;
  /** An ISO date; empty when no change tells. */
  since: string;
  by: string;
}

/** Words on a link that rest on what changed; spans, in Unicode scalar values, still say it. */
export interface Echo {
  place: GroundPlace;
  text: string;
  spans: [number, number][];
}

/** Why a link that was confirmed no longer holds. */
export interface WhyStale {
  /** An ISO date, or empty. */
  since: string;
  /** Empty for a link confirmed before what it rested on was kept. */
  changes: GroundChange[];
  echoes: Echo[];
}

export interface GroundLine {
  place: GroundPlace;
  text: string;
}

/** What a link rests on as it stands now, and why it no longer holds if it does not. */
export interface LinkGrounds {
  lines: GroundLine[];
  stale: WhyStale | null;
}

/** One thing that a link rests on and that is not what it was when the link was confirmed. */
export interface Difference {
  /** As `payoffs/hours`. */
  record: string;
  field: string;
  /** Empty when it is new. */
  was: string;
  /** Empty when it is gone. */
  now: string;
}

/** A record that changed under what was confirmed on it. */
export interface ChangedRecord {
  record: string;
  /** Empty for what belongs to the whole workbook. */
  segment: string;
  said: Difference[];
  broken: Broken[];
}

/** A record that no longer holds. */
export interface Broken {
  segment: string;
  link: Link;
  /** As `touchpoints/ad-1`; the segment itself for its statement or definition. */
  record: string;
  field: string;
  /** The sentence that still says the old thing; empty where none does. */
  text: string;
  /** The exact words in it, counted in Unicode scalar values. */
  start: number;
  end: number;
}
