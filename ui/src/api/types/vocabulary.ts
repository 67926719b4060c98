/** The closed vocabularies of a chain. */

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
