import type { AxisName, Book, GroundPlace } from "../api/types";
import { phrases } from "./catalogue";
import { t as tPositioning } from "./positioning";
import { axes } from "./vocabulary";

/** How a field of a record is called where something rests on it: "Payoff 1", "Problem". */
const t = phrases("grounds", {
  decision: "Decision",
  option: "Option of the decision",
  described: "Description",
  name: "Name",
  rule: "Rule",
  dataset: "Table",
  for: "For",
  not_for: "Not for",
  of: (p: { what: string; whose: string }) => `${p.what} of “${p.whose}”`,
  score: (p: { axis: string }) => `${p.axis}, score`,
  note: (p: { axis: string }) => `${p.axis}, note`,
  job: "Job",
  pain: "Pain",
  payoff: "Payoff",
  feature: "Feature",
  proof: "Proof",
  alternative: "Alternative",
  touchpoint: "Words",
  nth: (p: { what: string; n: number }) => `${p.what} ${p.n}`,
  part: (p: { what: string; part: string }) => `${p.what}, ${p.part}`,
  quantity: "how much",
  unit: "of what",
  horizon_days: "within days",
  formula: "formula",
  better: "better direction",
  threshold: "what would matter",
  as_of: "as of",
  rows: "rows",
  weight: "weight column",
});

const kinds = {
  jobs: "job",
  pains: "pain",
  payoffs: "payoff",
  features: "feature",
  proofs: "proof",
  alternatives: "alternative",
  touchpoints: "touchpoint",
} as const;

const parts = [
  "quantity",
  "unit",
  "horizon_days",
  "formula",
  "better",
  "threshold",
  "as_of",
  "rows",
  "weight",
] as const;

const positioningParts = [
  "for_whom",
  "problem",
  "benefit",
  "why_believe",
  "category",
  "why_now",
  "differentiator",
  "tagline",
] as const;

function oneOf<T extends string>(list: readonly T[], word: string): T | undefined {
  return list.find((it) => it === word);
}

/** The record's list and its id. */
export function recordOf(record: string): { kind: string; id: string } {
  const at = record.indexOf("/");
  return { kind: record.slice(0, at), id: record.slice(at + 1) };
}

/** What a person calls it, seen from a segment: what is written elsewhere says whose it is. */
export function groundName(book: Book, segment: string, place: GroundPlace): string {
  const name = bareName(book, place);
  if (place.home === "" || place.home === segment) return name;
  const whose = book.chain.segments.find((it) => it.id === place.home)?.name;
  return t("of", { what: name, whose: whose || place.home });
}

function bareName(book: Book, { record, field, nth }: GroundPlace): string {
  const { kind, id } = recordOf(record);
  switch (kind) {
    case "decisions":
      return t(field === "options" ? "option" : "decision");
    case "segments":
      return segmentField(field);
    case "metrics":
      return withPart(book.chain.metrics.find((it) => it.id === id)?.name || id, field);
    case "datasets":
      return withPart(id, field);
  }
  const known = oneOf(Object.keys(kinds) as (keyof typeof kinds)[], kind);
  const what = known === undefined ? kind : t(kinds[known]);
  return withPart(nth === 0 ? what : t("nth", { what, n: nth }), field);
}

function withPart(what: string, field: string): string {
  const part = oneOf(parts, field);
  return part === undefined ? what : t("part", { what, part: t(part) });
}

function segmentField(field: string): string {
  const [first = "", second = "", third] = field.split(".");
  if (first === "positioning") {
    const part = oneOf(positioningParts, second);
    return part === undefined ? second : tPositioning(part);
  }
  if (first === "decides_by") {
    const axis = axes[second as AxisName] ?? second;
    return t(third === "score" ? "score" : "note", { axis });
  }
  const own = oneOf(["described", "name", "rule", "dataset", "for", "not_for"] as const, first);
  return own === undefined ? first : t(own);
}
