/** How the closed vocabularies of the chain read on screen. */
import type {
  ActionKind,
  AlternativeKind,
  AxisName,
  Better,
  ColumnType,
  DifferentiatorKind,
  JobKind,
  Link,
  LinkState,
  PayoffKind,
  ProofKind,
  Purpose,
  Role,
  SegmentKind,
  Stage,
  Standing,
  TouchpointKind,
  Verdict,
} from "../api/types";

type Labels<T extends string> = Readonly<Record<T, string>>;

export const links: Labels<Link> = {
  decision: "Decision",
  segment: "Segment",
  value: "Value",
  positioning: "Positioning",
  journey: "Journey",
  results: "Results",
};
export const linkOrder: readonly Link[] = [
  "decision",
  "segment",
  "value",
  "positioning",
  "journey",
  "results",
];
export const linkStates: Labels<LinkState> = {
  sound: "sound",
  draft: "draft",
  stale: "stale",
  missing: "missing",
};
export const roles: Labels<Role> = {
  primary: "Primary",
  queued: "Queued",
  not_for_us: "Not for us",
};
export const standings: Labels<Standing> = {
  hypothesis: "Hypothesis",
  validated: "Validated",
  invalidated: "Invalidated",
  retired: "Retired",
};
export const purposes: Labels<Purpose> = {
  understand: "understand",
  prioritise: "prioritise",
  personalise: "personalise",
  optimise: "optimise",
  act: "act",
};
export const segmentKinds: Labels<SegmentKind> = {
  demographic: "demographic",
  geographic: "geographic",
  behavioural: "behavioural",
  psychographic: "psychographic",
  technographic: "technographic",
  lifecycle: "lifecycle",
  needs: "needs",
  value: "value",
};
export const actions: Labels<ActionKind> = {
  message: "message",
  budget: "budget",
  landing: "landing page",
  email: "email",
  sales_priority: "sales priority",
  ux: "UX",
  channel: "channel",
  crm: "CRM",
  reporting: "reporting",
};
export const jobKinds: Labels<JobKind> = {
  functional: "functional",
  social: "social",
  emotional: "emotional",
};
export const payoffKinds: Labels<PayoffKind> = {
  time: "time",
  risk: "risk",
  mistakes: "mistakes",
  status: "status",
  enjoyment: "enjoyment",
  revenue: "revenue",
};
export const proofKinds: Labels<ProofKind> = {
  review: "review",
  case_study: "case study",
  demo: "demo",
  guarantee: "guarantee",
  data: "data",
  certification: "certification",
};
export const alternativeKinds: Labels<AlternativeKind> = {
  competitor: "competitor",
  spreadsheet: "spreadsheet",
  in_house: "in-house",
  agency: "agency",
  do_nothing: "do nothing",
  other_category: "other category",
};
export const differentiatorKinds: Labels<DifferentiatorKind> = {
  speed: "speed",
  risk_reduction: "risk reduction",
  specialisation: "specialisation",
  workflow_fit: "workflow fit",
  price: "price",
  other: "other",
};
export const touchpointKinds: Labels<TouchpointKind> = {
  ad: "ad",
  email: "email",
  landing: "landing page",
  offer: "offer",
  onboarding: "onboarding",
  sales: "sales",
  content: "content",
};
export const stages: Labels<Stage> = { early: "Early", downstream: "Downstream" };
export const betters: Labels<Better> = {
  higher: "higher is better",
  lower: "lower is better",
};
export const columnTypes: Labels<ColumnType> = {
  text: "text",
  integer: "whole number",
  number: "number",
  boolean: "yes or no",
  date: "date",
  datetime: "date and time",
};
export const axes: Labels<AxisName> = {
  urgency: "Urgency",
  willingness_to_pay: "Willingness to pay",
  risk_sensitivity: "Risk sensitivity",
  technical_maturity: "Technical maturity",
  workflow_complexity: "Workflow complexity",
  approvals: "Approvals",
};
export const verdicts: Labels<Verdict> = {
  better: "Better",
  worse: "Worse",
  too_small_to_matter: "Too small to matter",
  no_difference_that_matters: "No difference that matters",
  cannot_tell: "Cannot tell yet",
};

/** A vocabulary's entries in their order, for pickers. */
export function entries<T extends string>(labels: Labels<T>): { id: T; name: string }[] {
  return Object.entries<string>(labels).map(([id, name]) => ({ id: id as T, name }));
}
