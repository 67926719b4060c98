import { expect, test } from "vitest";

import type { Finding, Segment } from "../../api/types";
import { blankSegment } from "../../host/fake/records";
import { keyOf, neighbour, onScreen, tally } from "./order";

const finding = (it: Partial<Finding>): Finding => ({
  rule: "vague-payoff",
  level: "warning",
  segment: "a",
  link: "value",
  record: "o",
  field: "text",
  start: 0,
  end: 4,
  quote: "fast",
  message: "",
  fix: null,
  ...it,
});
const segment = (id: string, standing: Segment["standing"]): Segment => ({
  ...blankSegment(id),
  standing,
});
const segments = [segment("a", "hypothesis"), segment("old", "invalidated")];
const found = [
  finding({ level: "hint", record: "h" }),
  finding({ record: "w" }),
  finding({ level: "blocker", record: "b", link: "positioning" }),
  finding({ segment: "old", record: "old-o" }),
  finding({ segment: "old", record: "offering", field: "name", link: "positioning" }),
];
const records = (list: readonly Finding[]) => list.map((it) => it.record);

test("a link shows its own findings, the loudest first", () => {
  expect(records(onScreen(found, segments, { of: "link", segment: "a", link: "value" }))).toEqual([
    "w",
    "h",
  ]);
});

test("what is said of the offering is on screen with every statement", () => {
  const seen = onScreen(found, segments, { of: "link", segment: "a", link: "positioning" });
  expect(records(seen)).toEqual(["b", "offering"]);
});

test("a segment that failed its test is judged where it is looked at, and left out of the whole", () => {
  const whole = onScreen(found, segments, { of: "workbook" });
  expect(records(whole)).toEqual(["b", "w", "h"]);
  const looked = onScreen(found, segments, { of: "link", segment: "old", link: "value" });
  expect(records(looked)).toEqual(["old-o"]);
});

test("the next finding follows the one shown, and after the last comes the first", () => {
  const [first, second] = found;
  if (first === undefined || second === undefined) throw new Error("there are two");
  const two = [first, second];
  expect(neighbour(two, null, 1)).toBe(first);
  expect(neighbour(two, keyOf(first), 1)).toBe(second);
  expect(neighbour(two, keyOf(second), 1)).toBe(first);
  expect(neighbour(two, keyOf(first), -1)).toBe(second);
  expect(neighbour(two, null, -1)).toBe(second);
  expect(neighbour([], null, 1)).toBeUndefined();
});

test("only the levels that there are are counted", () => {
  expect(tally(found)).toEqual([
    { level: "blocker", n: 1 },
    { level: "warning", n: 3 },
    { level: "hint", n: 1 },
  ]);
  expect(tally([])).toEqual([]);
});
