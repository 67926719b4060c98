import { expect, test } from "vitest";

import type { Run } from "../api/types";
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

test("a mark over a whole statement falls on its runs, brackets of missing parts counted", () => {
  const runs: Run[] = [
    { part: null, text: "For ", missing: false },
    { part: "for_whom", text: "for whom?", missing: true },
    { part: null, text: ", it ", missing: false },
    { part: "benefit", text: "grows you", missing: false },
  ];
  const text = statementText(runs);
  expect(text).toBe("For [for whom?], it grows you");
  const start = text.indexOf("grows");
  expect(marksByRun(runs, [warning(start, start + 5)])).toEqual([[], [], [], [warning(0, 5)]]);
});
