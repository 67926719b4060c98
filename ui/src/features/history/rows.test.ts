import { expect, test } from "vitest";

import type { LogEntry } from "../../api/types";
import { dayName, when } from "../../words/history";
import { isChoice, nextChoice, rowsOf } from "./rows";

const entry = (seq: number, at: string): LogEntry => ({
  seq,
  at,
  author: "Mira",
  sentence: `Change ${seq}`,
  undone: false,
  state: "done",
});
// Noon in UTC is the same day almost everywhere.
const entries = [
  entry(3, "2026-11-24T12:00:00Z"),
  entry(2, "2026-11-23T12:30:00Z"),
  entry(1, "2026-11-23T12:00:00Z"),
];
const named = (name: string, seq: number) => ({ name, seq, at: "2026-11-24T12:00:00Z", author: "" });

test("days head their changes, named points stand above the change they come after", () => {
  const rows = rowsOf(entries, [named("Start", 0), named("Board", 2)], 3, true);
  expect(rows.map((it) => it.type)).toEqual([
    "day",
    "change",
    "day",
    "named",
    "change",
    "change",
    "named",
    "beginning",
  ]);
});

test("the beginning is there once all is read", () => {
  expect(rowsOf(entries, [], 0, false).at(-1)?.type).toBe("change");
  const last = rowsOf(entries, [], 0, true).at(-1);
  expect(last?.type === "beginning" && last.isNow).toBe(true);
});

test("days cannot be chosen, and a step over them counts rows that can", () => {
  const rows = rowsOf(entries, [], 3, true);
  expect(isChoice(rows[0])).toBe(false);
  expect(nextChoice(rows, 1, 1)).toBe(3);
  expect(nextChoice(rows, 3, -1)).toBe(1);
  expect(nextChoice(rows, 1, 10)).toBe(rows.length - 1);
  expect(nextChoice(rows, 1, -1)).toBe(1);
});

test("a day and a moment are said as people think of them", () => {
  const now = new Date(2026, 10, 24, 15, 0);
  expect(dayName("2026-11-24", now)).toBe("Today");
  expect(dayName("2026-11-23", now)).toBe("Yesterday");
  expect(dayName("2026-11-20", now)).toBe("Friday, 20 Nov 2026");
  expect(when(new Date(2026, 10, 24, 9, 5).toISOString(), now)).toBe("today at 09:05");
  expect(when(new Date(2026, 10, 2, 9, 5).toISOString(), now)).toBe("2 Nov 2026, 09:05");
});
