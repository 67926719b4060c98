import { expect, test } from "vitest";

import { walk } from "./walk";

/** Three rows: two whole lines, and one that stops after its second link. */
const LINKS = [6, 6, 2];

function from(row: number, column: number, key: string, withControl = false) {
  return walk({ row, column }, key, withControl, LINKS);
}

test("arrows go along the line from the name to the results, and no farther", () => {
  expect(from(0, 0, "ArrowRight")).toEqual({ row: 0, column: 1 });
  expect(from(0, 6, "ArrowRight")).toEqual({ row: 0, column: 7 });
  expect(from(0, 7, "ArrowRight")).toEqual({ row: 0, column: 7 });
  expect(from(0, 0, "ArrowLeft")).toEqual({ row: 0, column: 0 });
});

test("where a line stops, right leads on to the results and down to the last link", () => {
  expect(from(2, 2, "ArrowRight")).toEqual({ row: 2, column: 7 });
  expect(from(2, 7, "ArrowLeft")).toEqual({ row: 2, column: 2 });
  expect(from(1, 5, "ArrowDown")).toEqual({ row: 2, column: 2 });
  expect(from(1, 7, "ArrowDown")).toEqual({ row: 2, column: 7 });
});

test("up, down and the page keys stay inside", () => {
  expect(from(0, 3, "ArrowUp")).toEqual({ row: 0, column: 3 });
  expect(from(2, 1, "ArrowDown")).toEqual({ row: 2, column: 1 });
  expect(from(2, 1, "PageUp")).toEqual({ row: 0, column: 1 });
  expect(from(0, 1, "PageDown")).toEqual({ row: 2, column: 1 });
});

test("Home and End go to the ends of the row, with Ctrl to the corners", () => {
  expect(from(1, 4, "Home")).toEqual({ row: 1, column: 0 });
  expect(from(1, 4, "End")).toEqual({ row: 1, column: 7 });
  expect(from(1, 4, "Home", true)).toEqual({ row: 0, column: 0 });
  expect(from(1, 4, "End", true)).toEqual({ row: 2, column: 7 });
});

test("other keys mean nothing, and neither does any key without rows", () => {
  expect(from(0, 0, "Enter")).toBeNull();
  expect(walk({ row: 0, column: 0 }, "ArrowDown", false, [])).toBeNull();
});
