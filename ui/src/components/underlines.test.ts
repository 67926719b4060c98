import { expect, test } from "vitest";

import type { Finding, Run } from "../api/types";
import { markOf } from "./coach/coach";
import { carried, type Mark, marksByRun, statementText, stretches } from "./underlines";

const mark = (start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  level: "warning",
  start,
  end,
  key: "",
  current: false,
  ...more,
});
const spanOf = (it: Mark) => [it.start, it.end];

test("a mark covers exactly its words", () => {
  const faster = mark(8, 14);
  expect(stretches("onboard faster", [faster])).toEqual([
    { text: "onboard ", mark: null, at: 0 },
    { text: "faster", mark: faster, at: 8 },
  ]);
});

test("an emoji before the marked words does not move the mark", () => {
  const marked = stretches("🚀🚀 faster", [mark(3, 9)]).find((it) => it.mark !== null);
  expect(marked?.text).toBe("faster");
});

test("where marks overlap the loudest is shown", () => {
  const levels = stretches("abc", [mark(0, 2), mark(1, 3, { level: "blocker" })]);
  expect(levels.map((it) => [it.text, it.mark?.level])).toEqual([
    ["a", "warning"],
    ["bc", "blocker"],
  ]);
});

test("while other words are written the marks around the change go with their words", () => {
  const from = "onboard faster, and easier";
  const [faster, easier] = [mark(8, 14), mark(20, 26)];
  expect(carried([faster, easier], from, from)).toEqual([faster, easier]);
  const moved = carried([faster, easier], from, "onboard faster, cheaper and easier");
  expect(moved.map(spanOf)).toEqual([[8, 14], [28, 34]]);
  expect(carried([faster, easier], from, "onboard fast, and easier").map(spanOf)).toEqual([[18, 24]]);
  expect(carried([faster], from, "")).toEqual([]);
});

const finding = (where: Partial<Finding>): Finding => ({
  rule: "vague-payoff",
  level: "warning",
  segment: "s",
  link: "positioning",
  record: "s",
  field: "benefit",
  start: null,
  end: null,
  quote: "",
  message: "",
  fix: null,
  ...where,
});
const nothingWritten = { text: () => "", alternatives: [] };
const marksOf = (it: Finding) => markOf(it, null);

test("a finding on the whole statement falls on its runs, brackets of missing parts counted", () => {
  const runs: Run[] = [
    { part: null, text: "For ", missing: false },
    { part: "for_whom", text: "for whom?", missing: true },
    { part: null, text: ", it ", missing: false },
    { part: "benefit", text: "grows you", missing: false },
  ];
  const text = statementText(runs);
  expect(text).toBe("For [for whom?], it grows you");
  const start = text.indexOf("grows");
  const found = finding({ field: "statement", start, end: start + 5 });
  const marks = marksByRun(runs, [found], nothingWritten, marksOf);
  expect(marks.map((it) => it.map(spanOf))).toEqual([[], [], [], [[0, 5]]]);
});

test("a finding in a part is marked in the part's run, blanks around what was written aside", () => {
  const runs: Run[] = [
    { part: "benefit", text: "onboards faster", missing: false },
    { part: "alternatives", text: "big suites and agencies", missing: false },
  ];
  const written = {
    text: () => "  onboards faster ",
    alternatives: [
      { id: "a", name: "big suites", kind: null, weakness: "" },
      { id: "b", name: " agencies", kind: null, weakness: "" },
    ],
  };
  const inBenefit = finding({ start: 11, end: 17 });
  const inRival = finding({ record: "b", field: "name", start: 1, end: 9 });
  const marks = marksByRun(runs, [inBenefit, inRival], written, marksOf);
  expect(marks.map((it) => it.map(spanOf))).toEqual([[[9, 15]], [[15, 23]]]);
});
