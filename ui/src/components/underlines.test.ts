import { expect, test } from "vitest";

import type { Finding, Run } from "../api/types";
import { marksByRun, statementText, stretches } from "./underlines";

const warning = (start: number, end: number) => ({ level: "warning" as const, start, end });

test("a mark covers exactly its words", () => {
  expect(stretches("onboard faster", [warning(8, 14)])).toEqual([
    { text: "onboard ", level: null, at: 0 },
    { text: "faster", level: "warning", at: 8 },
  ]);
});

test("an emoji before the marked words does not move the mark", () => {
  const marked = stretches("🚀🚀 faster", [warning(3, 9)]).find((it) => it.level !== null);
  expect(marked?.text).toBe("faster");
});

test("where marks overlap the loudest is shown", () => {
  const levels = stretches("abc", [warning(0, 2), { level: "blocker", start: 1, end: 3 }]);
  expect(levels.map((it) => [it.text, it.level])).toEqual([
    ["a", "warning"],
    ["bc", "blocker"],
  ]);
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
  expect(marksByRun(runs, [found], nothingWritten)).toEqual([[], [], [], [warning(0, 5)]]);
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
  expect(marksByRun(runs, [inBenefit, inRival], written)).toEqual([[warning(9, 15)], [warning(15, 23)]]);
});
