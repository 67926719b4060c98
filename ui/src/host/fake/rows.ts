/** A made-up customer table, the same in every run, and rules over it with their real meaning. */
import type {
  ColumnProfile,
  ColumnType,
  ColumnValues,
  Condition,
  FunnelStep,
  Rule,
  RuleCount,
  Scalar,
} from "../../api/types";

export type Cell = string | number | boolean | null;
export interface FakeTable {
  names: string[];
  types: Record<string, ColumnType>;
  rows: Record<string, Cell>[];
}

/** 1,200 customers of a made-up utility; who is new and pays by the month leaves more often. */
export function madeUpTable(): FakeTable {
  let seed = 20_261_123;
  const chance = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const rows = Array.from({ length: 1200 }, (_, index) => {
    const contract = pick(["Month-to-month", "Month-to-month", "One year", "Two year"]);
    const tenure = Math.floor(chance() * 72);
    const internet = pick(["Fibre", "DSL", "None"]);
    const charges = Math.round((20 + chance() * 90) * 20) / 20;
    const risk =
      (contract === "Month-to-month" ? 0.4 : contract === "One year" ? 0.11 : 0.03) +
      (tenure < 12 ? 0.08 : 0) +
      (internet === "Fibre" ? 0.06 : 0);
    const day = Math.floor(chance() * 300);
    return {
      customer_id: `C-${String(index + 1).padStart(5, "0")}`,
      contract,
      tenure,
      internet: chance() < 0.01 ? null : internet,
      monthly_charges: charges,
      paperless: chance() < 0.6,
      signed_up: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      gender: pick(["Female", "Male"]),
      churn: chance() < risk ? "Yes" : "No",
    };
  });
  return {
    names: Object.keys(rows[0] ?? {}),
    types: {
      customer_id: "text",
      contract: "text",
      tenure: "integer",
      internet: "text",
      monthly_charges: "number",
      paperless: "boolean",
      signed_up: "date",
      gender: "text",
      churn: "text",
    },
    rows,
  };
}

export function columnsOf(table: FakeTable): ColumnProfile[] {
  return table.names.map((name) => {
    const { values, distinct, least, most } = valuesOf(table, name);
    return {
      name,
      type: table.types[name] ?? "text",
      blank: table.rows.filter((row) => row[name] === null).length,
      distinct,
      samples: values.slice(0, 5),
      least,
      most,
      mean: null,
    };
  });
}

export function valuesOf(table: FakeTable, column: string): ColumnValues {
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const cell = row[column] ?? null;
    if (cell !== null) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  }
  const values = [...counts].map(([value, n]) => ({ value, n })).toSorted((a, b) => b.n - a.n);
  return { values: values.slice(0, 200), distinct: counts.size, ...endsOf(table, column) };
}

function endsOf(table: FakeTable, column: string): Pick<ColumnValues, "least" | "most"> {
  const type = table.types[column] ?? "text";
  if (type === "text" || type === "boolean") return { least: null, most: null };
  const cells = table.rows.map((row) => row[column] ?? null).filter((it) => it !== null);
  const sorted = cells.toSorted((a, b) => (a < b ? -1 : a === b ? 0 : 1));
  const [least = null, most = null] = [sorted[0], sorted.at(-1)];
  return { least: least === null ? null : String(least), most: most === null ? null : String(most) };
}

type Row = Record<string, Cell>;
export type Meaning = (row: Row) => boolean;
export type SegmentRules = (id: string) => Rule | null;

/** A rule as a test of one row. Logic is two-valued: a condition on a blank is false. */
export function meaning(rule: Rule, segments: SegmentRules, asOf: string): Meaning {
  if ("all" in rule) {
    const parts = rule.all.map((part) => meaning(part, segments, asOf));
    return (row) => parts.every((part) => part(row));
  }
  if ("any" in rule) {
    const parts = rule.any.map((part) => meaning(part, segments, asOf));
    return (row) => parts.some((part) => part(row));
  }
  if ("not" in rule) {
    const part = meaning(rule.not, segments, asOf);
    return (row) => !part(row);
  }
  if ("segment" in rule) {
    const other = segments(rule.segment);
    return other === null ? () => false : meaning(other, segments, asOf);
  }
  return (row) => holds(rule, row[rule.column] ?? null, asOf);
}

function holds(rule: Condition, cell: Cell, asOf: string): boolean {
  if (rule.op === "is_blank") return cell === null;
  if (cell === null) return false;
  if (rule.op === "is_present") return true;
  const values = rule.value === undefined || rule.value === null ? [] : [rule.value].flat();
  const [first = "", second = ""] = values;
  const text = rule.fold ? (it: Scalar) => String(it).toLowerCase() : String;
  const order = (it: Scalar) =>
    typeof cell === "number" ? cell - Number(it) : text(cell) < text(it) ? -1 : text(cell) === text(it) ? 0 : 1;
  switch (rule.op) {
    case "eq":
      return order(first) === 0;
    case "ne":
      return order(first) !== 0;
    case "in":
      return values.some((it) => order(it) === 0);
    case "not_in":
      return values.every((it) => order(it) !== 0);
    case "lt":
      return order(first) < 0;
    case "le":
      return order(first) <= 0;
    case "gt":
      return order(first) > 0;
    case "ge":
      return order(first) >= 0;
    case "between":
      return order(first) >= 0 && order(second) <= 0;
    case "contains":
      return text(cell).includes(text(first));
    case "starts_with":
      return text(cell).startsWith(text(first));
    case "ends_with":
      return text(cell).endsWith(text(first));
    case "within_last_days": {
      const days = (Date.parse(asOf) - Date.parse(String(cell))) / 86_400_000;
      return days >= 0 && days <= Number(first);
    }
  }
}

type Line = Pick<FunnelStep, "kind" | "negated"> & { inner: Rule; way: number[] };

/** What a line of the funnel is, once the `not`s before it are taken off. */
function lineOf(rule: Rule, path: number[]): Line {
  if ("not" in rule) {
    const line = lineOf(rule.not, [...path, 0]);
    return { ...line, negated: !line.negated };
  }
  const kind =
    "all" in rule ? "all" : "any" in rule ? "any" : "segment" in rule ? "segment" : "condition";
  return { kind, negated: false, inner: rule, way: path };
}

export function countRule(
  table: FakeTable,
  rule: Rule,
  segments: SegmentRules,
  asOf: string,
): RuleCount {
  const steps: FunnelStep[] = [];
  const countOf = (test: Meaning) => table.rows.filter(test).length;
  const walk = (part: Rule, path: number[], depth: number, entering: Meaning | null) => {
    const own = meaning(part, segments, asOf);
    const { kind, negated, inner, way } = lineOf(part, path);
    const left = entering === null ? null : countOf((row) => entering(row) && own(row));
    steps.push({ depth, path, kind, negated, alone: countOf(own), left });
    const parts = "all" in inner ? inner.all : "any" in inner ? inner.any : [];
    let running = kind === "all" && !negated ? entering : null;
    for (const [at, next] of parts.entries()) {
      const before = running;
      walk(next, [...way, at], depth + 1, before);
      const here = meaning(next, segments, asOf);
      running = before === null ? null : (row) => before(row) && here(row);
    }
  };
  walk(rule, [], 0, () => true);
  return { n: countOf(meaning(rule, segments, asOf)), rows: table.rows.length, words: "", steps };
}
