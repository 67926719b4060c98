/** What a segment wants, and what it is offered for it. */
import type { JobKind, PayoffKind, ProofKind } from "./vocabulary";

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
