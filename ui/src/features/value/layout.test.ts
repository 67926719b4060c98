import { expect, test } from "vitest";

import type { Value } from "../../api/types";
import { layoutValue, pathOf, wiresOf } from "./layout";

const value: Value = {
  jobs: [{ id: "j", text: "job", kind: null }],
  pains: [
    { id: "p1", text: "pain", job: "j", severity: null },
    { id: "p2", text: "pain", job: "j", severity: null },
    { id: "p3", text: "pain", job: "", severity: null },
  ],
  payoffs: [
    payoff("a", "p1"),
    payoff("b", "p1"),
    payoff("c", ""),
  ],
  proofs: [{ id: "x", text: "proof", kind: null, supports: "a" }],
  features: [
    { id: "f", text: "feature", payoff: "b" },
    { id: "loose", text: "feature", payoff: "" },
  ],
};

function payoff(id: string, pain: string) {
  return { id, text: "payoff", pain, kind: null, quantity: null, unit: "", horizon_days: null };
}

const at = (placed: readonly { it: { id: string }; row: number; span: number }[]) =>
  placed.map(({ it, row, span }) => [it.id, row, span]);

test("a sentence stands level with the first that hangs on it and reaches down to the last", () => {
  const layout = layoutValue(value);
  expect(at(layout.jobs)).toEqual([["j", 0, 3]]);
  expect(at(layout.pains)).toEqual([
    ["p1", 0, 2],
    ["p2", 2, 1],
    ["p3", 3, 1],
  ]);
  expect(at(layout.payoffs)).toEqual([
    ["a", 0, 1],
    ["b", 1, 1],
    ["c", 4, 1],
  ]);
});

test("a pain without payoff ends in a stub that asks, and so does a job without pain", () => {
  const layout = layoutValue({ ...value, jobs: [...value.jobs, { id: "k", text: "job", kind: null }] });
  expect(layout.payoffGaps.map((it) => it.from)).toEqual(["p2", "p3"]);
  expect(layout.painGaps.map((it) => it.from)).toEqual(["k"]);
  const stubs = wiresOf(value, layout, null).filter((it) => it.to === null);
  expect(stubs.map((it) => it.from)).toEqual(["k", "p2", "p3"]);
});

test("s0_03_a_loose_feature_has_no_wire_and_stands_behind_no_payoff", () => {
  const layout = layoutValue(value);
  expect(layout.behind.at(-1)).toMatchObject({ payoff: null, features: [{ id: "loose" }] });
  expect(wiresOf(value, layout, null).some((it) => it.to === "loose")).toBe(false);
});

test("a feature behind a payoff that nothing proves is wired dashed", () => {
  const wires = wiresOf(value, layoutValue(value), null);
  expect(wires.find((it) => it.to === "f")?.look).toBe("dashed");
  expect(wires.find((it) => it.to === "x")?.look).toBe("plain");
});

test("the path of a payoff runs up to its job and down to its proofs, and to no sibling", () => {
  expect([...pathOf(value, "a")].toSorted()).toEqual(["a", "j", "p1", "x"]);
  expect([...pathOf(value, "p1")].toSorted()).toEqual(["a", "b", "f", "j", "p1", "x"]);
});

test("an empty surface asks for a job, a pain and a payoff on one line", () => {
  const layout = layoutValue({ jobs: [], pains: [], payoffs: [], proofs: [], features: [] });
  const gaps = [layout.jobGaps, layout.painGaps, layout.payoffGaps];
  expect(gaps).toEqual([[{ from: "", row: 0 }], [{ from: "", row: 0 }], [{ from: "", row: 0 }]]);
});
