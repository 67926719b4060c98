/**
 * The default picture of a difference: a dot with its 95 % whisker on a zero line over the
 * practical band. Pure: figures in, positions in px out. The band is equally wide in every row, so
 * distance reads as "how many times what would matter"; better is always to the right.
 */
import { scaleLinear } from "d3-scale";

import type { Better } from "../api/types";

export interface IntervalFigures {
  /** Segment minus everyone else, as measured; null when there is none. */
  difference: number | null;
  low: number | null;
  high: number | null;
  /** What would matter, at least 0; 0 means that nobody has said. */
  threshold: number;
  better: Better;
}

export interface IntervalSize {
  width: number;
  /** How many thresholds fit from zero to either side. */
  reach: number;
  /** Room at either side for a clipped whisker's arrow; a small picture has less. */
  margin?: number;
  /** What stands for the threshold of a metric without one: the same in all rows of a column. */
  unit?: number;
}

export interface IntervalTick {
  x: number;
  /** The difference at this tick, in the metric's own sign. */
  at: number;
  anchor: "middle" | "start" | "end";
}

export interface IntervalLayout {
  zero: number;
  band: { x: number; width: number } | null;
  whisker: {
    from: number;
    to: number;
    cutLeft: boolean;
    cutRight: boolean;
    /** The side it lies beyond, when no part of it fits: then only an arrow's tail is drawn. */
    beyond: "left" | "right" | null;
  } | null;
  dot: { x: number; cut: boolean } | null;
  ticks: IntervalTick[];
}

/** Room at either side for a clipped whisker's arrow. */
const MARGIN = 10;
/** How long the tail of an arrow is that stands for a whisker beyond the edge. */
const TAIL = 16;
/** Each half of the band keeps this much: less would read as a line. */
const LEAST_HALF_BAND = 4.5;
/** Narrower bands would let their two labels collide. */
const ROOM_FOR_LABELS = 44;

export function layoutInterval(figures: IntervalFigures, size: IntervalSize): IntervalLayout {
  const turn = figures.better === "lower" ? -1 : 1;
  const hasBand = figures.threshold > 0;
  const margin = size.margin ?? MARGIN;
  const unit = hasBand ? figures.threshold : (size.unit ?? unitFor([figures], size.reach));
  const x = scaleLinear([-size.reach * unit, size.reach * unit], [margin, size.width - margin]);
  const place = (difference: number) => x(turn * difference);
  const least = margin;
  const most = size.width - margin;
  const inside = (at: number) => Math.min(most, Math.max(least, at));

  const { difference, low, high } = figures;
  const ends =
    low === null || high === null
      ? null
      : ([Math.min(place(low), place(high)), Math.max(place(low), place(high))] as const);
  const band = hasBand
    ? { x: x(-figures.threshold), width: x(figures.threshold) - x(-figures.threshold) }
    : null;
  const wide = band === null || band.width >= ROOM_FOR_LABELS;
  return {
    zero: x(0),
    band,
    whisker: ends === null ? null : cut(ends, least, most),
    dot:
      difference === null
        ? null
        : { x: inside(place(difference)), cut: place(difference) !== inside(place(difference)) },
    ticks: hasBand
      ? [
          {
            x: x(-figures.threshold) + (wide ? 0 : 4),
            at: -turn * figures.threshold,
            anchor: wide ? "middle" : "end",
          },
          {
            x: x(figures.threshold) - (wide ? 0 : 4),
            at: turn * figures.threshold,
            anchor: wide ? "middle" : "start",
          },
        ]
      : [{ x: x(0), at: 0, anchor: "middle" }],
  };
}

function cut(ends: readonly [number, number], least: number, most: number) {
  const [from, to] = ends;
  const beyond = from > most ? "right" : to < least ? "left" : null;
  return {
    from: beyond === "right" ? most - TAIL : Math.max(least, from),
    to: beyond === "left" ? least + TAIL : Math.min(most, to),
    cutLeft: from < least,
    cutRight: to > most,
    beyond,
  } as const;
}

/** What stands for the threshold where nobody has said one, so that all whiskers fit. */
export function unitFor(rows: readonly IntervalFigures[], reach: number): number {
  const sizes = rows.flatMap((it) => [it.low, it.high, it.difference].map((at) => Math.abs(at ?? 0)));
  return (Math.max(0, ...sizes) || 1) / (reach * 0.75);
}

/**
 * One reach for all rows of a table: far enough for the farthest whisker, not so far that the band
 * turns into a line. What is still farther away ends in an arrow.
 */
export function reachFor(
  rows: readonly IntervalFigures[],
  width: number,
  least: { margin: number; halfBand: number } = { margin: MARGIN, halfBand: LEAST_HALF_BAND },
): number {
  const multiples = rows
    .filter((row) => row.threshold > 0)
    .map((row) => Math.max(Math.abs(row.low ?? 0), Math.abs(row.high ?? 0)) / row.threshold);
  const most = Math.floor((width / 2 - least.margin) / least.halfBand);
  return Math.min(most, Math.max(3, Math.ceil(Math.max(0, ...multiples) * 1.1)));
}
