/** Results of the fake host: a rate against everyone else with textbook intervals. */
import { ruleOf } from "../../api/chain";
import type { Chain, Metric, ResultRow, Results, Rule, Segment, Verdict } from "../../api/types";
import { type FakeTable, meaning } from "./rows";
import { rulesOf } from "./view";

const Z = 1.959964;

function wilson(x: number, n: number): [number, number] {
  const p = x / n;
  const middle = (p + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half =
    (Z / (1 + (Z * Z) / n)) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return [middle - half, middle + half];
}

export function resultsOf(chain: Chain, segment: Segment, table: FakeTable): Results {
  const rule = ruleOf(segment);
  const rates = chain.metrics.filter((it) => "rate" in it.formula);
  const rows = rule === null ? [] : rates.map((metric) => rowOf(chain, metric, rule, table));
  const better = rows.filter((row) => row.row.verdict === "better").length;
  const worse = rows.filter((row) => row.row.verdict === "worse").length;
  return {
    segment: segment.id,
    rows,
    comparisons: rows.length * chain.segments.length,
    heading: `${better} of ${rows.length} clearly better than everyone else, ${worse} worse`,
  };
}

function rowOf(chain: Chain, metric: Metric, rule: Rule, table: FakeTable): ResultRow {
  const asOf = chain.datasets[0]?.as_of ?? "";
  const segments = rulesOf(chain);
  const belongs = meaning(rule, segments, asOf);
  const success =
    "rate" in metric.formula && metric.formula.rate !== undefined
      ? meaning(metric.formula.rate.where, segments, asOf)
      : () => false;
  const inside = table.rows.filter(belongs);
  const rest = table.rows.filter((row) => !belongs(row));
  const share = (rows: typeof inside) => {
    const x = rows.filter(success).length;
    const [low, high] = wilson(x, rows.length || 1);
    return { n: rows.length, value: x / (rows.length || 1), low, high };
  };
  const us = share(inside);
  const them = share(rest);
  const difference = us.value - them.value;
  const low = difference - Math.hypot(us.value - us.low, them.high - them.value);
  const high = difference + Math.hypot(us.high - us.value, them.value - them.low);
  const verdict = verdictOf(metric, low, high, Math.min(us.n, them.n));
  return {
    metric: metric.id,
    name: metric.name,
    stage: metric.stage,
    better: metric.better,
    threshold: metric.threshold,
    partner: metric.partner,
    is_share: true,
    row: {
      segment: "",
      name: "",
      ...us,
      against: "rest",
      against_n: them.n,
      against_value: them.value,
      against_low: them.low,
      against_high: them.high,
      difference,
      difference_low: low,
      difference_high: high,
      p: verdict === "cannot_tell" ? 0.17 : 0.0002,
      q: verdict === "cannot_tell" ? 0.17 : 0.0004,
      verdict,
      words: `${metric.name}: ${verdict.replaceAll("_", " ")}`,
      unknown: 0,
      against_unknown: 0,
      detectable: (high - low) * 0.7,
    },
  };
}

function verdictOf(metric: Metric, low: number, high: number, n: number): Verdict {
  if (n < 30) return "cannot_tell";
  const [from, to] = metric.better === "lower" ? [-high, -low] : [low, high];
  const t = metric.threshold;
  if (from > t) return "better";
  if (to < -t) return "worse";
  if (t > 0 && from > -t && to < t) {
    return from > 0 || to < 0 ? "too_small_to_matter" : "no_difference_that_matters";
  }
  return "cannot_tell";
}
