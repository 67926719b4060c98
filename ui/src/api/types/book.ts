/** The open workbook as it is shown. */
import type { Chain } from "./chain";
import type { Finding, SetAside } from "./finding";
import type { Health, PathStep, Twin } from "./health";
import type { Broken, ChangedRecord, Difference, Link, LinkView, Need } from "./link";
import type { Statement } from "./positioning";
import type { DatasetView } from "./table";

export interface SegmentView {
  id: string;
  /** Null without a rule or without rows. */
  n: number | null;
  /** A fraction of the dataset's rows. */
  share: number | null;
  rows: number | null;
  unit: string;
  /** Why it cannot be counted. */
  problem: string | null;
  report_filter: boolean;
  rule_words: string;
  links: LinkView[];
  /** The six steps of the guided path. */
  path: PathStep[];
  statement: Statement;
  health: Health;
  twins: Twin[];
}

export interface Book {
  /** The opening it was read in; a change is meant for this one and no other. */
  session: number;
  file_name: string;
  /** The offering's name, or the file's. */
  name: string;
  read_only: boolean;
  chain: Chain;
  datasets: DatasetView[];
  segments: SegmentView[];
  /** In all segments, also in those that are left alone. */
  findings: Finding[];
  set_aside: SetAside[];
  /** The sentence that undo would take back. */
  undo: string | null;
  redo: string | null;
  /** What to do next, the most useful first. */
  next_steps: NextStep[];
  /** What has a date in the next months or before today, soonest first. */
  upcoming: Due[];
  /** What changed under confirmed links, and what no longer holds because of it. */
  changes: ChangedRecord[];
  /** Features that stand in several segments. */
  shared_features: SharedFeature[];
}

export type NextKind =
  | "first_segment"
  | "stale"
  | "blocker"
  | "no_primary"
  | "missing"
  | "no_data"
  | "not_imported"
  | "overdue"
  | "left"
  | "confirm"
  | "twins"
  | "retire";

export interface NextStep {
  kind: NextKind;
  /** Empty while there is none. */
  segment: string;
  link: Link;
  need: Need | null;
  /** The record it is about where that is not the segment: of a finding, or the other twin. */
  record: string;
  /** What the coach says, or empty. */
  message: string;
  due: Due | null;
  /** What the changed record said and says, for a stale link. */
  changed: Difference | null;
  /** The words that no longer hold, for a stale link that repeats them. */
  broken: Broken | null;
  /** How many more links are in the same state. */
  more: number;
}

export type DueKind = "decision" | "target" | "review";

export interface Due {
  /** An ISO date. */
  on: string;
  /** Days from today; negative when overdue. */
  days: number;
  kind: DueKind;
  record: string;
  segment: string;
  link: Link;
  text: string;
  owner: string;
}

export interface SharedFeature {
  text: string;
  stands: FeatureStand[];
  /** Whether it serves different payoffs in different segments. */
  differs: boolean;
}

export interface FeatureStand {
  segment: string;
  feature: string;
  /** The id of the payoff it serves, or empty. */
  payoff: string;
  /** That payoff's text. */
  text: string;
}
