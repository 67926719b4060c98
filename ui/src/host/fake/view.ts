/** The open workbook as the fake host shows it: counts, states of links, the composed statement. */
import { ruleOf } from "../../api/chain";
import type {
  Chain,
  Offering,
  Rule,
  Run,
  Segment,
  SegmentView,
  Statement,
  StatementPart,
  StatementParts,
} from "../../api/types";
import { pathOf } from "./path";
import { healthOf } from "./map";
import { columnsOf, countRule, type FakeTable, type SegmentRules } from "./rows";
import { linksOf } from "./standing";

export function rulesOf(chain: Chain): SegmentRules {
  return (id) => ruleOf(chain.segments.find((it) => it.id === id));
}

export function ruleWords(rule: Rule, chain: Chain, inside = false): string {
  const join = (parts: Rule[], glue: string, empty: string): string => {
    if (parts.length === 0) return empty;
    const words = parts.map((part) => ruleWords(part, chain, parts.length > 1)).join(glue);
    return inside && parts.length > 1 ? `(${words})` : words;
  };
  if ("all" in rule) return join(rule.all, " and ", "everyone");
  if ("any" in rule) return join(rule.any, " or ", "nobody");
  if ("not" in rule) return `not (${ruleWords(rule.not, chain)})`;
  if ("segment" in rule) {
    return `in ${chain.segments.find((it) => it.id === rule.segment)?.name ?? rule.segment}`;
  }
  const value = [rule.value ?? []].flat().join(", ");
  return `${rule.column} ${rule.op.replaceAll("_", " ")} ${value}`.trim();
}

export function statementOf(offering: Offering, parts: StatementParts): Statement {
  const names = parts.alternatives.map((it) => it.name).filter((name) => name !== "");
  const replaced =
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const runs: Run[] = [];
  const glue = (text: string) => runs.push({ part: null, text, missing: false });
  const say = (part: StatementPart, text: string, question: string) =>
    runs.push({ part, text: text.trim() || question, missing: text.trim() === "" });
  glue("For ");
  say("for_whom", parts.for_whom, "for whom?");
  glue(", ");
  say("offering", offering.name, "the offering");
  glue(" is the ");
  say("category", parts.category || offering.category, "what kind of thing?");
  glue(" that ");
  say("benefit", parts.benefit, "what do they get?");
  glue(", because ");
  say("why_believe", parts.why_believe, "why believe it?");
  glue(". Unlike ");
  say("alternatives", replaced, "what they use instead");
  glue(", it is ");
  say("differentiator", parts.differentiator.text, "how does it differ?");
  glue(". The problem: ");
  say("problem", parts.problem, "what gets in their way?");
  glue(".");
  if (parts.why_now.trim() !== "") {
    glue(" It matters now: ");
    say("why_now", parts.why_now, "");
    glue(".");
  }
  const words = runs
    .filter((run) => !run.missing)
    .flatMap((run) => run.text.split(/\s+/))
    .filter((word) => /\w/.test(word)).length;
  return {
    runs,
    questions: [
      answered("for_whom", parts.for_whom),
      answered("problem", parts.problem),
      answered("benefit", parts.benefit),
      answered("why_believe", parts.why_believe),
    ],
    words,
    seconds: Math.ceil((words * 2) / 5),
  };
}

function answered(part: StatementPart, text: string) {
  return { part, answered: text.trim() !== "" };
}

export function segmentView(chain: Chain, segment: Segment, table: FakeTable | null): SegmentView {
  const rule = ruleOf(segment);
  const asOf = chain.datasets.find((it) => it.id === segment.dataset)?.as_of ?? "";
  const counted =
    rule === null || table === null ? null : countRule(table, rule, rulesOf(chain), asOf);
  return {
    id: segment.id,
    n: counted?.n ?? null,
    share: counted === null ? null : counted.n / counted.rows,
    rows: counted?.rows ?? null,
    unit: chain.datasets.find((it) => it.id === segment.dataset)?.unit ?? "",
    problem: null,
    report_filter: segment.decision === "",
    rule_words: rule === null ? "" : ruleWords(rule, chain),
    links: linksOf(chain, segment, counted !== null),
    path: pathOf(chain, segment),
    statement: statementOf(chain.offering, segment.positioning),
    health: healthOf(segment),
    twins: [],
  };
}

export function datasetView(id: string, table: FakeTable, source: string) {
  return {
    id,
    rows: table.rows.length,
    imported: true,
    imported_at: "2026-11-23T09:12:00Z",
    kept: { types: {}, date_order: null, had: {} },
    source,
    hash: "9f2c41d7a0be6e13",
    rejected: 2,
    columns: columnsOf(table).map(({ name, type, blank, distinct }) => ({
      name,
      type,
      blank,
      distinct,
    })),
  };
}
