/** Where a workbook comes from. */
import type { LinkState } from "./link";

/** What a new workbook begins with. */
export type Template = "blank" | "saas" | "dtc" | "service";

/** A filled workbook that teaches by before and after. */
export type Sample = "skincare" | "hr-saas";

/** A sample as it is offered. */
export interface SampleCard {
  sample: Sample;
  title: string;
  /** Two short sentences. */
  story: string;
  /** The segment that failed its test, and the one that took its place. */
  before: SampleHalf;
  after: SampleHalf;
}

/** One of the two segments of a sample: its links, and of `n` how many did what it is told by. */
export interface SampleHalf {
  segment: string;
  links: LinkState[];
  yes: number;
  n: number;
  /** As it follows the figure: “refunded”. */
  did: string;
}

export interface AppInfo {
  version: string;
}
