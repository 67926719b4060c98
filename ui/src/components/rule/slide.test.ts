import { expect, test } from "vitest";

import { afterMove, held, onSteps, scaleOf, standing, thumbsOf } from "./slide";

test("a bound on a number has a thumb, a range has two, and all else has none", () => {
  expect([thumbsOf("ge", "integer"), thumbsOf("between", "number")]).toEqual([1, 2]);
  expect([thumbsOf("eq", "integer"), thumbsOf("ge", "date"), thumbsOf("in", "number")]).toEqual([
    0, 0, 0,
  ]);
});

test("whole numbers go by one, decimals by a round step, and the track ends on steps", () => {
  expect(scaleOf([0, 72], "integer")).toEqual({ min: 0, max: 72, step: 1 });
  expect(scaleOf([18.25, 118.75], "number")).toEqual({ min: 18, max: 119, step: 0.5 });
  expect(scaleOf([0.0013, 0.0027], "number")).toEqual({ min: 0.0013, max: 0.0027, step: 0.000005 });
});

test("one value alone, and numbers that lose digits here, have no track", () => {
  expect(scaleOf([5, 5], "integer")).toBeNull();
  expect(scaleOf([0, 2 ** 60], "integer")).toBeNull();
});

test("a bound that is not written yet excludes nobody", () => {
  const scale = { min: 0, max: 72, step: 1 };
  expect(standing("ge", [], scale)).toEqual([0]);
  expect(standing("lt", [], scale)).toEqual([72]);
  expect(standing("between", ["", 12], scale)).toEqual([0, 12]);
});

test("a thumb that did not move keeps its bound to the last digit", () => {
  const scale = { min: 18, max: 119, step: 0.5 };
  const exact = [20.125, 99.99];
  const before = onSteps(exact, scale);
  expect(before).toEqual([20, 100]);
  expect(afterMove(exact, before, [20, 99.5], scale)).toEqual([20.125, 99.5]);
  expect(afterMove(exact, before, [20.500000000000004, 100], scale)).toEqual([20.5, 99.99]);
});

test("the side that the condition holds for is known", () => {
  const scale = { min: 0, max: 100, step: 1 };
  expect(held("ge", false, [25], scale)).toEqual([0.25, 1]);
  expect(held("lt", false, [25], scale)).toEqual([0, 0.25]);
  expect(held("ge", true, [25], scale)).toEqual([0, 0.25]);
  expect(held("between", false, [25, 50], scale)).toEqual([0.25, 0.5]);
});
