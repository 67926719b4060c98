import { expect, test } from "vitest";

import { fan } from "./fan";

/** The numbers of a path, in their order. */
function numbers(path: string): number[] {
  return (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
}

test("each curve leads from the changed record to the middle of its row", () => {
  const curves = fan(72, [18, 126], 88);
  expect(curves.map(({ d }) => numbers(d).slice(0, 2))).toEqual([
    [0, 72],
    [0, 72],
  ]);
  expect(curves.map(({ d }) => numbers(d).slice(-2))).toEqual([
    [88, 18],
    [88, 126],
  ]);
});

test("every curve is cut in the middle, and the cut is closed on both sides", () => {
  const [curve] = fan(50, [50], 100);
  const [startX, , , , , , endOfFirst] = numbers(curve?.d ?? "");
  const startOfSecond = numbers(curve?.d ?? "")[8];
  expect([startX, endOfFirst, startOfSecond]).toEqual([0, 46.2, 53.8]);
  expect(curve?.cut.match(/M/g)).toHaveLength(2);
});

test("nothing that no longer holds has no curve", () => {
  expect(fan(0, [], 88)).toEqual([]);
});
