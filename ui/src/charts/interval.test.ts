import { expect, test } from "vitest";

import { type IntervalFigures, layoutInterval, reachFor } from "./interval";

const size = { width: 220, reach: 5 };
const better: IntervalFigures = {
  difference: 0.1,
  low: 0.08,
  high: 0.12,
  threshold: 0.05,
  better: "higher",
};

test("better is to the right, whichever direction the metric has", () => {
  const up = layoutInterval(better, size);
  const down = layoutInterval(
    { ...better, difference: -0.1, low: -0.12, high: -0.08, better: "lower" },
    size,
  );
  expect(up.dot?.x).toBeGreaterThan(up.zero);
  expect(down.dot).toEqual(up.dot);
  expect(down.whisker).toEqual(up.whisker);
});

test("the ticks of a lower-is-better metric carry its own signs", () => {
  const layout = layoutInterval({ ...better, better: "lower" }, size);
  expect(layout.ticks.map((tick) => tick.at)).toEqual([0.05, -0.05]);
});

test("the band has the same width in every row", () => {
  const other = { ...better, threshold: 0.002, difference: 0.001, low: 0, high: 0.002 };
  expect(layoutInterval(better, size).band).toEqual(layoutInterval(other, size).band);
});

test("a whisker that leaves the picture is cut where it leaves", () => {
  const layout = layoutInterval({ ...better, low: 0.2, high: 0.9, difference: 0.5 }, size);
  expect(layout.whisker).toMatchObject({ cutLeft: false, cutRight: true });
  expect(layout.dot?.cut).toBe(true);
  expect(layout.whisker?.to).toBeLessThan(size.width);
});

test("without a threshold there is no band and everything fits", () => {
  const layout = layoutInterval({ ...better, threshold: 0 }, size);
  expect(layout.band).toBeNull();
  expect(layout.whisker).toMatchObject({ cutLeft: false, cutRight: false });
});

test("without figures there is a zero line and nothing else", () => {
  const layout = layoutInterval({ ...better, difference: null, low: null, high: null }, size);
  expect([layout.dot, layout.whisker, layout.zero]).toEqual([null, null, 110]);
});

test("the reach of a table fits its rows and has an end", () => {
  expect(reachFor([better], 220)).toBe(3);
  expect(reachFor([better, { ...better, low: 0.3, high: 0.4 }], 220)).toBe(9);
  const far = { ...better, low: 3, high: 4 };
  const reach = reachFor([far], 220);
  expect(layoutInterval(far, { width: 220, reach }).band?.width).toBeGreaterThanOrEqual(9);
  expect(reachFor([far], 420)).toBeGreaterThan(reach);
});

test("a whisker wholly beyond the edge is an arrow with a tail, and no end of its own", () => {
  const right = layoutInterval({ ...better, low: 0.8, high: 0.9, difference: 0.85 }, size).whisker;
  expect(right).toMatchObject({ beyond: "right", cutRight: true, from: 194, to: 210 });
  const left = layoutInterval({ ...better, low: -0.9, high: -0.8, difference: -0.85 }, size).whisker;
  expect(left).toMatchObject({ beyond: "left", cutLeft: true, from: 10, to: 26 });
});
