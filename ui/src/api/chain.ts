/** Reading the chain's optional values: the document says "none" with `{}`. */
import type { Formula, Metric, Rule, Segment } from "./types";

/** The rule of a segment; null when it is only described. */
export function ruleOf(segment: Pick<Segment, "rule"> | undefined): Rule | null {
  const rule = segment?.rule;
  return rule !== undefined && isRule(rule) ? rule : null;
}

function isRule(rule: Segment["rule"]): rule is Rule {
  return Object.keys(rule).length > 0;
}

/** The segments that a rule names, directly. */
export function namedIn(rule: Rule | null): string[] {
  if (rule === null) return [];
  if ("all" in rule) return rule.all.flatMap(namedIn);
  if ("any" in rule) return rule.any.flatMap(namedIn);
  if ("not" in rule) return namedIn(rule.not);
  return "segment" in rule ? [rule.segment] : [];
}

/** Whether a segment's rule rests on another one, however far down. */
export function restsOn(segments: readonly Segment[], from: string, on: string): boolean {
  const seen = new Set<string>();
  const reaches = (id: string): boolean => {
    if (id === on) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return namedIn(ruleOf(segments.find((it) => it.id === id))).some(reaches);
  };
  return reaches(from);
}

/** The formula of a metric; null while it has none. */
export function formulaOf(metric: Metric): Formula | null {
  return isFormula(metric.formula) ? metric.formula : null;
}

function isFormula(formula: Metric["formula"]): formula is Formula {
  return Object.keys(formula).length > 0;
}
