/**
 * Which results are shown together. A click is worth nothing by itself: an early metric stands in
 * a row with the downstream metric it should lead to, or in no row at all. Pure.
 */
import type { ResultRow } from "../../api/types";
import type { IntervalFigures } from "../../charts/interval";

export interface Pair {
  downstream: ResultRow;
  /** The early metrics that should lead to it. */
  early: ResultRow[];
}

export interface Paired {
  pairs: Pair[];
  /** Early metrics whose downstream partner is not named, or not measured here. */
  unpartnered: ResultRow[];
}

export function paired(rows: readonly ResultRow[]): Paired {
  const downstream = rows.filter((it) => it.stage === "downstream");
  const early = rows.filter((it) => it.stage === "early");
  return {
    pairs: downstream.map((it) => ({
      downstream: it,
      early: early.filter(({ partner }) => partner === it.metric),
    })),
    unpartnered: early.filter(({ partner }) => downstream.every((it) => it.metric !== partner)),
  };
}

/** The figures of a row, as the interval plot takes them. */
export function figuresOf({ row, threshold, better }: ResultRow): IntervalFigures {
  return {
    difference: row.difference,
    low: row.difference_low,
    high: row.difference_high,
    threshold,
    better,
  };
}
