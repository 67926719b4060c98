/** What the coach finds. */
import type { Link } from "./link";

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
