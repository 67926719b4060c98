/** Whether a segment holds as one, and the guided path towards it. */
import type { AxisName } from "./chain";

export type CheckName = "decision" | "data" | "truth";
export type BadgeName = "purpose" | "actionable" | "dynamic";
export type BadgeState = "earned" | "lapsed" | "open";

/** What keeps a check from holding or a badge from being earned. */
export type Lack =
  | "no_decision"
  | "no_question"
  | "decision_past"
  | "decision_changed"
  | "no_purpose"
  | "not_counted"
  | "not_imported"
  | "does_not_fit"
  | "too_few"
  | "undated"
  | "old_data"
  | "no_review"
  | "review_past"
  | "old_test"
  | "no_reach"
  | "no_action"
  | "stale_words"
  | "nothing_moves";

export interface Health {
  checks: { name: CheckName; lacks: Lack[] }[];
  badges: { name: BadgeName; state: BadgeState; lacks: Lack[] }[];
  /** Whether it is proposed for retirement. */
  retire: boolean;
}

/** Another segment that decides nearly alike. */
export interface Twin {
  segment: string;
  /** How many of the six axes are scored for both. */
  compared: number;
  apart: { axis: AxisName; mine: number; theirs: number }[];
}

export type PathStepName = "decision" | "dimensions" | "data" | "compare" | "act" | "review";
/**
 * Skipped: nothing of it is there, and a person has worked on a later step. Begun: part of it is
 * there. Expected: not measured, an expectation is written.
 */
export type PathProgress = "open" | "skipped" | "begun" | "expected" | "done";
export type PathLack =
  | "question"
  | "owner"
  | "due"
  | "dimension"
  | "reason"
  | "table"
  | "unit"
  | "as_of"
  | "metric"
  | "target"
  | "action"
  | "review_date"
  | "overdue";

/** A step of the guided path, how far it has come, and what it still asks for. */
export interface PathStep {
  step: PathStepName;
  progress: PathProgress;
  lacks: PathLack[];
}
