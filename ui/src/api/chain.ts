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

/** The formula of a metric; null while it has none. */
export function formulaOf(metric: Metric): Formula | null {
  return isFormula(metric.formula) ? metric.formula : null;
}

function isFormula(formula: Metric["formula"]): formula is Formula {
  return Object.keys(formula).length > 0;
}
