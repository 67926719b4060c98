/** A condition on a number as thumbs on a track: the ends, the steps, and what a thumb says. Pure. */
import type { ColumnType, Op, Scalar } from "../../api/types";

/** Where a track begins and ends, and how far a thumb goes at a time. */
export interface Scale {
  min: number;
  max: number;
  step: number;
}

/** How many steps a track of decimals has at most. */
const STEPS = 200;

/** What a division may be off by without meaning another step. */
const SLACK = 1e-9;

/** How many thumbs a comparison has: one bound, two, or none that could be dragged. */
export function thumbsOf(op: Op, type: ColumnType): 0 | 1 | 2 {
  if (type !== "integer" && type !== "number") return 0;
  if (op === "between") return 2;
  return op === "lt" || op === "le" || op === "gt" || op === "ge" ? 1 : 0;
}

/**
 * The track over a column's values, as wide as the bounds that are written ask for; null when there
 * is nothing to slide along.
 */
export function scaleOf(ends: readonly number[], type: ColumnType): Scale | null {
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  const isExact = Number.isSafeInteger(Math.trunc(least)) && Number.isSafeInteger(Math.trunc(most));
  if (!isExact || least >= most) return null;
  const step = type === "integer" ? 1 : niceBelow((most - least) / STEPS);
  return {
    min: tidy(Math.floor(least / step + SLACK) * step, step),
    max: tidy(Math.ceil(most / step - SLACK) * step, step),
    step,
  };
}

/** The largest of 1, 2 and 5 times a power of ten that is not above a size. */
function niceBelow(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const digit = [5, 2, 1].find((it) => it * power <= size * (1 + SLACK)) ?? 1;
  return tidy(digit * power, power);
}

/** A number with no more decimals than its step has. */
function tidy(value: number, step: number): number {
  const decimals = Math.min(100, Math.max(0, -Math.floor(Math.log10(step) + SLACK)));
  return Number(value.toFixed(decimals));
}

/** A written bound as a number; null while there is none. */
function boundOf(value: Scalar | undefined): number | null {
  if (value === undefined || value === "" || typeof value === "boolean") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** The bounds of a condition that are written. */
export function boundsOf(values: readonly Scalar[]): number[] {
  return values.map(boundOf).filter((it) => it !== null);
}

/** Where the thumbs stand; one whose bound is not written yet waits where it excludes nobody. */
export function standing(op: Op, values: readonly Scalar[], { min, max }: Scale): number[] {
  const [first, second] = [boundOf(values[0]), boundOf(values[1])];
  // Bounds written the wrong way round are one range all the same.
  if (op === "between") return [first ?? min, second ?? max].toSorted((a, b) => a - b);
  return [first ?? (op === "lt" || op === "le" ? max : min)];
}

/** The same on the track's steps and in order, as a slider has to have them. */
export function onSteps(exact: readonly number[], { min, max, step }: Scale): number[] {
  const stepped = exact.map((it) =>
    tidy(Math.min(max, Math.max(min, min + Math.round((it - min) / step) * step)), step),
  );
  return stepped.toSorted((a, b) => a - b);
}

/** What the thumbs say once one has moved: the other keeps its bound to the last digit. */
export function afterMove(
  exact: readonly number[],
  before: readonly number[],
  after: readonly number[],
  { step }: Scale,
): number[] {
  return after.map((it, at) => {
    const was = before[at];
    const isMoved = was === undefined || Math.abs(it - was) > step / 4;
    return isMoved ? tidy(it, step) : (exact[at] ?? it);
  });
}

/** The part of the track that the condition holds for, as shares from its beginning. */
export function held(
  op: Op,
  negated: boolean,
  at: readonly number[],
  { min, max }: Scale,
): [number, number] | null {
  const share = (value: number) => (value - min) / (max - min);
  const [first = min, second = max] = at;
  if (op === "between") return negated ? null : [share(first), share(second)];
  const isUpper = op === "ge" || op === "gt";
  return isUpper === negated ? [0, share(first)] : [share(first), 1];
}
