import { expect, test } from "vitest";

import type { MapFigure, MapResults } from "../../api/types";
import { columnsOf, SPARK_WIDTH, sparkOf } from "./sparks";

function figure(difference: number, half: number, rest: Partial<MapFigure> = {}): MapFigure {
  return {
    reading: "read",
    n: 512,
    difference,
    low: difference - half,
    high: difference + half,
    q: 0.001,
    verdict: "better",
    ...rest,
  };
}

function results(threshold: number, figures: MapFigure[], better: "higher" | "lower" = "higher"): MapResults {
  return {
    metrics: [
      {
        id: "kept",
        name: "Kept",
        better,
        threshold,
        is_share: true,
        comparisons: figures.length,
        problem: null,
      },
    ],
    rows: figures.map((it, at) => ({ segment: `s${at}`, figures: [it] })),
  };
}

function picture(from: MapResults, segment: string) {
  const [column] = columnsOf(from);
  const its = column?.figures.get(segment);
  if (column === undefined || its === undefined) throw new Error("the column has that figure");
  return sparkOf(column, its);
}

test("the band is equally wide in every row of a column", () => {
  const made = results(0.02, [figure(0.01, 0.01), figure(0.2, 0.03), figure(-0.05, 0.02)]);
  const widths = ["s0", "s1", "s2"].map((id) => picture(made, id).band?.width.toFixed(3));
  expect(new Set(widths).size).toBe(1);
});

test("better is at the right, whichever way is better", () => {
  const half = SPARK_WIDTH / 2;
  expect(picture(results(0.02, [figure(0.05, 0.01)]), "s0").dot?.x).toBeGreaterThan(half);
  expect(picture(results(0.02, [figure(-0.05, 0.01)], "lower"), "s0").dot?.x).toBeGreaterThan(half);
  expect(picture(results(0.02, [figure(0.05, 0.01)], "lower"), "s0").dot?.x).toBeLessThan(half);
});

test("a difference far beyond what would matter ends in an arrow, and the band stays a band", () => {
  const made = picture(results(0.02, [figure(0.9, 0.02)]), "s0");
  expect(made.whisker?.beyond).toBe("right");
  expect(made.whisker?.to).toBeLessThanOrEqual(SPARK_WIDTH);
  expect(made.band?.width).toBeGreaterThanOrEqual(4);
});

test("without a threshold all rows of a column share one scale", () => {
  const made = results(0, [figure(0.4, 0.05), figure(0.1, 0.05)]);
  const [large, small] = ["s0", "s1"].map((id) => (picture(made, id).dot?.x ?? 0) - SPARK_WIDTH / 2);
  expect((large ?? 0) / (small ?? 1)).toBeCloseTo(4);
});

test("what too few people did does not stretch the scale of the others", () => {
  const few = figure(0.9, 0.5, { reading: "too_few", n: 6, verdict: "cannot_tell" });
  const alone = picture(results(0.02, [figure(0.05, 0.01)]), "s0");
  const beside = picture(results(0.02, [figure(0.05, 0.01), few]), "s0");
  expect(beside.dot?.x).toBe(alone.dot?.x);
});
