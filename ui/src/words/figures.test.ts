import { expect, test } from "vitest";

import { chance, count, date, percent, plural, points, signed } from "./figures";

test("a share keeps its figure and its sign on one line", () => {
  expect(percent(0.2654)).toBe("26.5 %");
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
