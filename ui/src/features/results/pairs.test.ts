import { expect, test } from "vitest";

import type { CompareRow, ResultRow, Stage } from "../../api/types";
import { paired } from "./pairs";
import { differenceWords, intervalWords } from "./said";
import { toGo } from "./Targets";

const compared: CompareRow = {
  segment: "s",
  name: "S",
  n: 120,
  value: 0.4,
  low: 0.32,
  high: 0.49,
  against: "rest",
  against_n: 900,
  against_value: 0.25,
  against_low: 0.22,
  against_high: 0.28,
  difference: 0.15,
  difference_low: 0.066,
  difference_high: 0.241,
  p: 0.0001,
  q: 0.0004,
  verdict: "better",
  words: "",
  unknown: 0,
  against_unknown: 0,
  detectable: 0.12,
};

function row(metric: string, stage: Stage, partner = "", to: Partial<CompareRow> = {}): ResultRow {
  return {
    metric,
    name: metric,
    stage,
    better: "higher",
    threshold: 0.02,
    partner,
    is_share: true,
    row: { ...compared, ...to },
  };
}

test("an early metric stands beside the downstream one that it should lead to", () => {
  const { pairs, unpartnered } = paired([
    row("clicks", "early", "orders"),
    row("orders", "downstream"),
    row("renewals", "downstream"),
    row("opens", "early", "orders"),
  ]);
  expect(pairs.map((it) => [it.downstream.metric, it.early.map(({ metric }) => metric)])).toEqual([
    ["orders", ["clicks", "opens"]],
    ["renewals", []],
  ]);
  expect(unpartnered).toEqual([]);
});

test("an early metric is in no row when its partner is missing, unknown, or early itself", () => {
  const { pairs, unpartnered } = paired([
    row("clicks", "early"),
    row("opens", "early", "gone"),
    row("views", "early", "clicks"),
  ]);
  expect(pairs).toEqual([]);
  expect(unpartnered.map((it) => it.metric)).toEqual(["clicks", "opens", "views"]);
});

test("a clear verdict says its interval as sizes, smaller first, whichever the sign", () => {
  expect(intervalWords(row("m", "downstream"))).toBe("by 6.6 to 24.1 points");
  const worse = row("m", "downstream", "", {
    verdict: "worse",
    difference_low: -0.25,
    difference_high: -0.03,
  });
  expect(intervalWords(worse)).toBe("by 3 to 25 points");
});

test("an interval inside the band keeps its signs", () => {
  const small = row("m", "downstream", "", {
    verdict: "no_difference_that_matters",
    difference_low: -0.004,
    difference_high: 0.012,
  });
  expect(intervalWords(small)).toBe("−0.4 to +1.2 points");
});

test("where nothing can be told the page says what would be seen", () => {
  const unsure = row("m", "downstream", "", { verdict: "cannot_tell", detectable: 0.1 });
  expect(intervalWords(unsure)).toBe("would see ≥ 10 points");
  expect(intervalWords(row("m", "downstream", "", { verdict: "cannot_tell", detectable: null }))).toBe("");
});

test("a difference carries its chance, and a mean its own unit", () => {
  expect(differenceWords(row("m", "downstream"))).toBe("+15 points, q < 0.001");
  const mean = { ...row("m", "downstream", "", { difference: -3.25, q: null, p: 0.2 }), is_share: false };
  expect(differenceWords(mean)).toBe("−3.25, p 0.20");
});

test("what is left to a target is said in the direction that is better", () => {
  const target = { metric: "m", value: 0.5, by: "" };
  expect(toGo(row("m", "downstream"), target)).toBe("10 points more");
  const lower: ResultRow = { ...row("m", "downstream"), better: "lower" };
  expect(toGo(lower, { ...target, value: 0.25 })).toBe("15 points less");
  expect(toGo(lower, target)).toBe("there");
  expect(toGo(row("m", "downstream"), undefined)).toBe("");
});
