import { expect, test } from "vitest";

import { lineShapes } from "./line";

test("behind a missing link the line is hollow, and each state has a shape of its own", () => {
  const shapes = lineShapes(["sound", "draft", "stale", "missing", "sound"], 160);
  expect(shapes.slice(0, 4).map(({ state, look }) => [state, look])).toEqual([
    ["draft", "dashed"],
    ["stale", "edge"],
    ["missing", "hairline"],
    ["missing", "hairline"],
  ]);
  expect(shapes.slice(4).map(({ state, look }) => [state, look])).toEqual([
    ["sound", "full"],
    ["draft", "ring"],
    ["draft", "full"],
    ["stale", "full"],
    ["missing", "ring"],
    ["sound", "full"],
  ]);
});

test("a line that stops keeps the places of a whole one, and ends in a bar", () => {
  const whole = lineShapes(["sound", "sound", "sound", "sound", "sound", "sound"], 112);
  const stopped = lineShapes(["sound", "sound"], 112, 6, true);
  expect(stopped[0]?.d).toBe(whole[0]?.d);
  expect(stopped[1]?.d).toMatch(/^M26 6H34M34 1.5V10.5$/);
  expect(lineShapes(["sound"], 112)).toHaveLength(1);
  expect(lineShapes([], 112, 6, true)).toEqual([]);
});
