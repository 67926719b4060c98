/** The statement: its parts, what else there is, and how it reads. */
import type { AlternativeKind, DifferentiatorKind } from "./vocabulary";

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
