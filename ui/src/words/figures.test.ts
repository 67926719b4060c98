import { expect, test } from "vitest";

import {
  chance,
  count,
  date,
  lately,
  parseDate,
  parseNumber,
  percent,
  plural,
  points,
  signed,
  today,
} from "./figures";

test("a share keeps its figure and its sign on one line", () => {
  expect(percent(0.2654)).toBe("26.5\u00a0%");
});

test("differences carry a true minus and an explicit plus", () => {
  expect([points(-0.066), points(0.186), points(0.05), signed(0, 0)]).toEqual([
    "−6.6",
    "+18.6",
    "+5",
    "0",
  ]);
});

test("a difference that rounds to nothing has no sign", () => {
  expect([signed(-0.0001, 1), signed(0.0001, 1)]).toEqual(["0.0", "0.0"]);
});

test("counts are grouped and weighted counts keep a decimal", () => {
  expect([count(7043), count(12.5)]).toEqual(["7,043", "12.5"]);
});

test("a tiny chance is a bound, not a zero", () => {
  expect([chance("q", 1e-9), chance("q", 0.17), chance("p", 0.012)]).toEqual([
    "q < 0.001",
    "q 0.17",
    "p 0.012",
  ]);
});

test("dates read as people write them and other text stays", () => {
  expect([date("2026-11-01"), date("2026-11-01T10:00:00Z"), date("soon")]).toEqual([
    "1 Nov 2026",
    "1 Nov 2026",
    "soon",
  ]);
});

test("units take a plain plural", () => {
  expect([plural("customer"), plural("company"), plural("lead", 1)]).toEqual([
    "customers",
    "companies",
    "lead",
  ]);
});

test("a date is read in the ways people write it, and nothing else is a date", () => {
  const same = ["2026-11-01", "1 Nov 2026", "1. November 2026", "1.11.2026"];
  expect(same.map(parseDate)).toEqual(same.map(() => "2026-11-01"));
  expect(["2026-02-30", "soon", "", "11/1/2026"].map(parseDate)).toEqual([null, null, null, null]);
});

test("a number is read with its grouping and its minus, and nothing else is a number", () => {
  expect(["1,184", "12.5", "−3", "5 %", " 7 "].map(parseNumber)).toEqual([1184, 12.5, -3, 5, 7]);
  expect(["", "many", "1,5", "1e3"].map(parseNumber)).toEqual([null, null, null, null]);
});

test("today is the day on this computer, not in Greenwich", () => {
  expect(today(new Date(2026, 0, 5, 23, 30))).toBe("2026-01-05");
});

test("a moment is said as somebody thinks of it", () => {
  const now = new Date(2026, 10, 25, 12, 0);
  const said = (year: number, month: number, day: number) =>
    lately(new Date(year, month, day, 9, 5).toISOString(), now);
  expect([said(2026, 10, 25), said(2026, 10, 24), said(2026, 10, 21), said(2025, 1, 3)]).toEqual([
    "today, 09:05",
    "yesterday, 09:05",
    "21 Nov",
    "3 Feb 2025",
  ]);
  expect(lately("no moment", now)).toBe("");
});
