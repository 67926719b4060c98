/** The chain document, and a part of it as an edit. */
import type { Positioning } from "./positioning";
import type { Absent, Formula, Rule } from "./rule";
import type { Value } from "./value";
import type {
  ActionKind,
  Better,
  Purpose,
  Role,
  SegmentKind,
  Stage,
  Standing,
  TouchpointKind,
} from "./vocabulary";

export interface Offering {
  name: string;
  category: string;
  summary: string;
}

export interface Dataset {
  id: string;
  unit: string;
  key: string;
  weight: string;
  as_of: string;
}

/** Something that could explain a decision's answer, and why. */
export interface Dimension {
  name: string;
  why: string;
}

export interface Decision {
  id: string;
  question: string;
  options: string[];
  dimensions: Dimension[];
  owner: string;
  due: string;
}

export interface Axis {
  score: number | null;
  note: string;
}

export type AxisName =
  | "urgency"
  | "willingness_to_pay"
  | "risk_sensitivity"
  | "technical_maturity"
  | "workflow_complexity"
  | "approvals";

export type Axes = Record<AxisName, Axis>;

export interface Touchpoint {
  id: string;
  kind: TouchpointKind | null;
  text: string;
  claims: string[];
}

export interface Target {
  metric: string;
  value: number;
  by: string;
}

export interface Segment {
  id: string;
  name: string;
  described: string;
  role: Role;
  standing: Standing;
  tested: { test: string; on: string };
  purpose: Purpose[];
  decision: string;
  kinds: SegmentKind[];
  dataset: string;
  rule: Rule | Absent;
  decides_by: Axes;
  reach: string[];
  for: string[];
  not_for: string[];
  actions: ActionKind[];
  targets: Target[];
  /** What is expected, written before there is data. */
  expects: string;
  review_on: string;
  value: Value;
  positioning: Positioning;
  touchpoints: Touchpoint[];
}

export interface Metric {
  id: string;
  name: string;
  dataset: string;
  stage: Stage;
  better: Better;
  threshold: number;
  partner: string;
  formula: Formula | Absent;
}

/** One thing that a link rests on: `payoffs/hours`, `text`, and its words then. */
export interface Ground {
  record: string;
  field: string;
  text: string;
}

/** An empty `basis` takes what the link rests on as the chain stands, `rests` included. */
export interface Confirmation {
  link: string;
  on: string;
  only_wording: boolean;
  basis: string;
  rests: Ground[];
}

export interface Suppression {
  rule: string;
  record: string;
  field: string;
  /** The words it was set aside on; empty for whatever the field says. */
  text: string;
  reason: string;
  on: string;
}

export interface Chain {
  throughline: number;
  offering: Offering;
  datasets: Dataset[];
  decisions: Decision[];
  segments: Segment[];
  metrics: Metric[];
  confirmations: Confirmation[];
  suppressions: Suppression[];
}

/**
 * A partial chain document: absent keeps, present replaces, records are matched by id and new
 * ones appended, `remove` deletes ("segments/x"), `place` puts one before another of its list, or
 * last. Rules and formulas are replaced whole.
 */
export type Patch = PatchOf<Omit<Chain, "throughline">> & {
  remove?: string[];
  place?: Placed[];
};

/** A record and the one that comes right after it, as "payoffs/x"; without one it is the last. */
export interface Placed {
  record: string;
  before?: string;
}

type PatchOf<T> = T extends readonly (infer U)[]
  ? [U] extends [{ id: string }]
    ? (PatchOf<U> & { id: string })[]
    : T
  : T extends object
    ? { [K in keyof T]?: K extends "rule" | "formula" ? T[K] : PatchOf<T[K]> }
    : T;
