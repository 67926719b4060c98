/** The way to what a link rests on: the place, the record and the field where it is written. */
import type { GroundPlace } from "../../api/types";
import { placeOf } from "../../app/places";
import { hrefTo } from "../../app/route";
import { recordOf } from "../../words/grounds";

const places: Readonly<Partial<Record<string, string>>> = {
  decisions: "decision",
  segments: "segment",
  jobs: "value",
  pains: "value",
  payoffs: "value",
  features: "value",
  proofs: "value",
  alternatives: "positioning",
  touchpoints: "journey",
  metrics: "data",
  datasets: "data",
};

/** Its address, seen from a segment; null when it is gone, or its place is not built. */
export function hrefToGround(segment: string, ground: GroundPlace): string | null {
  const { kind, id } = recordOf(ground.record);
  const isGone = ground.home === "" && ground.nth === 0 && kind !== "datasets";
  const place = placeFor(kind, ground.field);
  if (isGone || place === undefined || placeOf(place) === undefined) return null;
  return hrefTo(place, ground.home || segment, id, fieldOf(ground.field));
}

function placeFor(kind: string, field: string): string | undefined {
  if (kind !== "segments") return places[kind];
  if (field.startsWith("positioning.")) return "positioning";
  return field === "for" || field === "not_for" ? "value" : "segment";
}

/** The field as a place marks it: the part of a statement, the axis of a decision. */
export function fieldOf(field: string): string {
  const [first = "", second] = field.split(".");
  return first === "positioning" && second !== undefined ? second : first;
}
