/**
 * The shapes that cross between the window and its host. Nothing else in the UI declares
 * such a shape; `host/tauri.ts` does not compile unless the generated bindings fit these.
 */

// ── what can go wrong ───────────────────────────────────────────────────────────────────────

/** The closed set of codes an error crosses with. */
export type Code =
  | "bad_document"
  | "bad_table"
  | "too_many_rejected"
  | "bad_rule"
  | "not_found"
  | "file_missing"
  | "file_empty"
  | "file_foreign"
  | "file_damaged"
  | "file_newer"
  | "file_exists"
  | "read_only"
  | "held"
  | "locked"
  | "disk_full"
  | "nothing_to_undo"
  | "nothing_to_redo"
  | "no_workbook"
  | "wrong_state"
  | "cancelled"
  | "io"
  | "unexpected";

// ── the chain ───────────────────────────────────────────────────────────────────────────────

export type Role = "primary" | "queued" | "not_for_us";
export type Standing = "hypothesis" | "validated" | "invalidated" | "retired";
export type Purpose = "understand" | "prioritise" | "personalise" | "optimise" | "act";
export type SegmentKind =
  | "demographic"
  | "geographic"
  | "behavioural"
  | "psychographic"
  | "technographic"
  | "lifecycle"
  | "needs"
  | "value";
export type ActionKind =
  | "message"
  | "budget"
  | "landing"
  | "email"
  | "sales_priority"
  | "ux"
  | "channel"
  | "crm"
  | "reporting";
export type JobKind = "functional" | "social" | "emotional";
export type PayoffKind = "time" | "risk" | "mistakes" | "status" | "enjoyment" | "revenue";
export type ProofKind = "review" | "case_study" | "demo" | "guarantee" | "data" | "certification";
export type AlternativeKind =
  | "competitor"
  | "spreadsheet"
  | "in_house"
  | "agency"
  | "do_nothing"
  | "other_category";
export type DifferentiatorKind =
  | "speed"
  | "risk_reduction"
  | "specialisation"
  | "workflow_fit"
  | "price"
  | "other";
export type TouchpointKind =
  | "ad"
  | "email"
  | "landing"
  | "offer"
  | "onboarding"
  | "sales"
  | "content";
export type Stage = "early" | "downstream";
export type Better = "higher" | "lower";

export type Op =
  | "eq"
  | "ne"
  | "in"
  | "not_in"
  | "lt"
  | "le"
  | "gt"
  | "ge"
  | "between"
  | "contains"
  | "starts_with"
  | "ends_with"
  | "is_blank"
  | "is_present"
  | "within_last_days";

export type Scalar = boolean | number | string;

export interface Condition {
  column: string;
  op: Op;
  value?: Scalar | Scalar[] | null;
  fold?: boolean;
}

export type Rule =
  { all: Rule[] } | { any: Rule[] } | { not: Rule } | { segment: string } | Condition;

/** `{}` is how the document says that there is none. */
export type Absent = Record<string, never>;

export interface Count {
  segment: string;
  on: string;
  yes: number;
  n: number;
}

export type Formula =
  { rate: { where: Rule; of?: Rule | null } } | { mean: string } | { counts: Count[] };

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

export interface Job {
  id: string;
  text: string;
  kind: JobKind | null;
}

export interface Pain {
  id: string;
  text: string;
  job: string;
  severity: number | null;
}

export interface Payoff {
  id: string;
  text: string;
  pain: string;
  kind: PayoffKind | null;
  quantity: number | null;
  unit: string;
  horizon_days: number | null;
}

export interface Feature {
  id: string;
  text: string;
  payoff: string;
}

export interface Proof {
  id: string;
  text: string;
  kind: ProofKind | null;
  supports: string;
}

export interface Value {
  jobs: Job[];
  pains: Pain[];
  payoffs: Payoff[];
  features: Feature[];
  proofs: Proof[];
}

export interface Alternative {
  id: string;
  name: string;
  kind: AlternativeKind | null;
  weakness: string;
}

export interface Differentiator {
  text: string;
  kind: DifferentiatorKind | null;
}

/** The parts of a statement, as they stand now or stood in a version. */
export interface StatementParts {
  for_whom: string;
  problem: string;
  benefit: string;
  why_believe: string;
  category: string;
  why_now: string;
  tagline: string;
  alternatives: Alternative[];
  differentiator: Differentiator;
}

export interface Version extends StatementParts {
  number: number;
  since: string;
  until: string;
  reason: string;
}

export interface Positioning extends StatementParts {
  since: string;
  versions: Version[];
}

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

// ── the open workbook ───────────────────────────────────────────────────────────────────────

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

/** A link that was confirmed and no longer holds. */
export interface StaleLink {
  segment: string;
  link: Link;
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

export type ColumnType = "text" | "number" | "integer" | "boolean" | "date" | "datetime";

export interface Column {
  name: string;
  type: ColumnType;
  blank: number;
  distinct: number;
}

export interface DatasetView {
  id: string;
  /** Whether rows have been imported. */
  imported: boolean;
  rows: number;
  source: string;
  /** An ISO moment in UTC. */
  imported_at: string;
  hash: string;
  rejected: number;
  columns: Column[];
}

/** The parts of a statement that somebody writes. */
export type StatementPart =
  | "for_whom"
  | "problem"
  | "offering"
  | "category"
  | "benefit"
  | "why_believe"
  | "alternatives"
  | "differentiator"
  | "why_now";

/** A run of words: glue (no part), a part, or a part nobody has written (its question). */
export interface Run {
  part: StatementPart | null;
  text: string;
  missing: boolean;
}

export interface Statement {
  runs: Run[];
  /** Whom, problem, benefit, why believe. */
  questions: { part: StatementPart; answered: boolean }[];
  words: number;
  seconds: number;
}

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
/** Skipped: a later step has been begun. Expected: not measured, an expectation is written. */
export type PathProgress = "open" | "skipped" | "expected" | "done";
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

export type FindingLevel = "blocker" | "warning" | "hint";

/** JSON that the window hands on as it is. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What can be done about a finding, carried out without knowing its rule. */
export type Remedy =
  | {
      kind: "jump";
      label: string;
      link: Link;
      segment: string;
      record: string;
      field: string;
    }
  | { kind: "edit"; label: string; patch: Json }
  | {
      kind: "prompt";
      label: string;
      question: string;
      /** What stands there now, for the answer to begin with. */
      given: string;
      number: boolean;
      before: string;
      after: string;
      patch: Json;
      /** Where in the patch the answer goes, as a JSON Pointer. */
      into: string;
    };

/** What names a finding: what found it, and where. */
export interface FindingPlace {
  rule: string;
  record: string;
  field: string;
}

/** A weakness of the chain; start and end count Unicode scalar values of its field. */
export interface Finding extends FindingPlace {
  level: FindingLevel;
  segment: string;
  link: Link;
  start: number | null;
  end: number | null;
  /** The words it means; empty when it means none in particular. */
  quote: string;
  message: string;
  fix: Remedy | null;
}

/** A finding that a person has set aside with a reason. */
export interface SetAside extends FindingPlace {
  /** The words it was set aside on. */
  words: string;
  reason: string;
  on: string;
  /** The segment it is in; empty when nothing is found any more. */
  segment: string;
  link: Link | null;
  silence: "holds" | "words_changed" | "nothing_found";
}

/** A rule of the coach, as the reference shows it. */
export interface RuleCard {
  id: string;
  /** What its findings are headed with. */
  name: string;
  group: "segment" | "value" | "positioning" | "journey";
  level: FindingLevel;
  question: string;
  why: string;
  weak: string;
  strong: string;
  /** The texts and parts of the chain it looks at. */
  looks_at: string[];
  fix: Remedy["kind"];
  rows: string[];
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
  /** The links that no longer hold, in the order of segments and of the line. */
  stale: StaleLink[];
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

// ── around the workbook ─────────────────────────────────────────────────────────────────────

/** What went wrong, where an answer carries it beside something else. */
export interface Problem {
  code: Code;
  message: string;
  fix: string;
}

export type Theme = "system" | "light" | "dark";
export type Motion = "system" | "reduced";
export type Paper = "a4" | "letter";

/** What a person chose once and for all. */
export interface Preferences {
  theme: Theme;
  /** Empty for the computer's own name of the person. */
  author: string;
  paper: Paper;
  motion: Motion;
}

export interface PreferencesRead {
  settings: Preferences;
  usual_author: string;
  /** Why the usual holds for some of them. */
  trouble: Problem | null;
}

/** A workbook that was opened lately; its path stays with the host. */
export interface Recent {
  id: string;
  name: string;
  file_name: string;
  folder: string;
  /** An ISO moment in UTC. */
  opened_at: string;
  /** The six links of its primary segment as they stood; none while it had no segment. */
  links: LinkState[];
  missing: boolean;
}

/** Somebody who has a workbook open for writing. */
export interface Holding {
  /** Whether it is a window; else a command, which ends by itself. */
  window: boolean;
  name: string;
  /** Empty for this computer. */
  machine: string;
  /** An ISO moment in UTC; empty when it is not known. */
  since: string;
}

/** What an open workbook looks like from beside it. */
export interface Glance {
  /** Grows with every change, whoever makes it. */
  revision: number;
  held: Holding | null;
  writable: boolean;
}

/** Where a workbook lies, when that asks for care. */
export interface FilePlace {
  synced_by: string | null;
  elsewhere: Holding | null;
}

/** What a file held over the window can become. */
export type Dropped = "workbook" | "table" | "neither";

/** What the host tells without having been asked. */
export type Notice =
  | { kind: "menu"; id: string }
  | { kind: "over"; what: Dropped }
  | { kind: "away" }
  | { kind: "table"; name: string }
  | { kind: "opened" }
  | { kind: "refused"; error: Problem };

/** The menus as the system shows them. */
export interface MenuBar {
  menus: { id: string; name: string; entries: NativeEntry[] }[];
  clipboard: { cut: string; copy: string; paste: string; select_all: string };
}

export interface NativeEntry {
  id: string;
  name: string;
  /** As a command writes its key; empty when it has none. */
  keys: string;
  enabled: boolean;
  /** A line before it. */
  apart: boolean;
}

export interface RecentList {
  books: Recent[];
  trouble: Problem | null;
}

// ── tables ──────────────────────────────────────────────────────────────────────────────────

export type Delimiter = "comma" | "semicolon" | "tab" | "pipe";
export type DateOrder = "day_first" | "month_first";

/** How a file is to be read; everything left out is found in it. */
export interface ReadSettings {
  types: Record<string, ColumnType>;
  key: string | null;
  delimiter: Delimiter | null;
  date_order: DateOrder | null;
}

export interface ImportSettings {
  /** The file's name when empty. */
  name: string;
  read: ReadSettings;
  unit: string;
  /** An ISO date, or empty. */
  as_of: string;
  /** Whether a dataset of that name may be replaced. */
  replace: boolean;
}

export interface Rejected {
  line: number;
  why: string;
}

export interface ValueCount {
  value: string;
  n: number;
}

export interface ColumnProfile extends Column {
  /** The commonest values, most first. */
  samples: ValueCount[];
  least: string | null;
  most: string | null;
  mean: number | null;
}

export type NoteKind =
  | "one_column"
  | "renamed"
  | "dropped"
  | "date_order"
  | "time_zones"
  | "decimal_comma"
  | "long_numbers"
  | "trailing_delimiter"
  | "numeric_header"
  | "key_not_unique";

export interface Note {
  kind: NoteKind;
  column: string | null;
  words: string;
}

export interface Outline {
  name: string;
  encoding: string;
  delimiter: Delimiter;
  rows: number;
  rejected: Rejected[];
  columns: ColumnProfile[];
  notes: Note[];
  key: string | null;
  unit: string | null;
}

export interface Preview {
  outline: Outline;
  /** The first rows, each cell as it reads in the file; blank cells are empty. */
  first: string[][];
}

/** Bytes gone over of all there are to go over, and rows in this pass. */
export interface Progress {
  done: number;
  total: number;
  rows: number;
}

export interface Proposal {
  column: string;
  value: string;
  name: string;
  better: Better;
  outcome_like: boolean;
  /** Rows with the value, of rows with either value. */
  n: number;
  of: number;
}

/** A proposal as a person took it. */
export interface Accepted {
  column: string;
  value: string;
  name: string;
  better: Better;
  stage: Stage;
  /** A fraction. */
  threshold: number;
}

export interface Imported {
  dataset: string;
  rows: number;
  rejected: Rejected[];
  rejected_count: number;
  columns: Column[];
  grade: string | null;
  key: string;
  unit: string;
  notes: string[];
  proposals: Proposal[];
}

export interface ColumnValues {
  values: ValueCount[];
  distinct: number;
  /** The smallest and the largest of numbers, dates and moments, as text. */
  least: string | null;
  most: string | null;
}

/** One line of a rule with its counts. */
export interface FunnelStep {
  /** How deep it is nested; the rule itself is 0. */
  depth: number;
  /** The way to it from the rule itself: places in lists of parts, and 0 through each `not`. */
  path: number[];
  kind: "all" | "any" | "segment" | "condition";
  /** Whether a `not` stands before it; counts are of what the line says with it. */
  negated: boolean;
  /** How many this line holds for on its own. */
  alone: number;
  /** How many are left after it; null inside any- and negated groups. */
  left: number | null;
}

export interface RuleCount {
  n: number;
  rows: number;
  words: string;
  /** In reading order, the outermost group first. */
  steps: FunnelStep[];
}

// ── results and the brief ───────────────────────────────────────────────────────────────────

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
  /** How many comparisons the q values are corrected for. */
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

export interface Brief {
  /** One SVG a page. */
  pages: string[];
  markdown: string;
  notes: string[];
  file_stem: string;
}

export type BriefFormat = "md" | "pdf";

export interface Exported {
  path: string;
  /** What its reader should know: characters without a glyph, texts cut short. */
  notes: string[];
}

// ── the history ─────────────────────────────────────────────────────────────────────────────

/** It stands, can be redone, or was undone and given up for something else. */
export type EntryState = "done" | "undone" | "abandoned";

export interface LogEntry {
  seq: number;
  /** An ISO moment in UTC. */
  at: string;
  author: string;
  /** Without its full stop. */
  sentence: string;
  undone: boolean;
  state: EntryState;
}

/** A point of the history with a name; it stands after the change `seq`, 0 for before the first. */
export interface Snapshot {
  name: string;
  seq: number;
  at: string;
  author: string;
}

/** A part of the history, newest first. */
export interface LogPage {
  changes: LogEntry[];
  /** Entries of the whole history. */
  total: number;
  /** The change after which the workbook stands; 0 before the first. */
  now: number;
  snapshots: Snapshot[];
}

export interface Counts {
  /** Plural, as "payoffs". */
  kind: string;
  created: number;
  changed: number;
  unchanged: number;
  removed: number;
}

export interface RecordChange {
  kind: string;
  id: string;
  title: string;
  within: string;
  action: "created" | "changed" | "removed";
  fields: string[];
}

/** A field in words; empty for nothing. */
export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

export interface Detail {
  change: RecordChange;
  sentence: string;
  fields: FieldChange[];
}

/** A table whose rows differ; null for no rows. */
export interface TableChange {
  dataset: string;
  rows_before: number | null;
  source_before: string;
  rows_after: number | null;
  source_after: string;
}

export interface BookDifference {
  counts: Counts[];
  records: Detail[];
  /** Records that differ and are not told one by one. */
  more: number;
  tables: TableChange[];
  order_only: boolean;
}

export interface Told {
  entry: LogEntry;
  did: BookDifference;
}

/** What restoring a point of the history would do. */
export interface Return {
  /** Null for before the first change. */
  to: LogEntry | null;
  would: BookDifference;
  /** The workbook says that already. */
  nothing: boolean;
  refused: { code: Code; message: string; fix: string } | null;
  /** So much would go that the workbook as it is gets a name first. */
  named_first: boolean;
}

// ── search ──────────────────────────────────────────────────────────────────────────────────

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
