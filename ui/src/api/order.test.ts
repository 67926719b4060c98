import { expect, test } from "vitest";

import { filled } from "../host/fake/filled";
import { applied } from "../host/fake/records";
import { isPlaced, stepOf } from "./order";
import type { Chain } from "./types";

const one = () => "";

function roster(): Chain {
  return applied(filled().chain, {
    segments: [
      {
        id: "hr",
        value: {
          pains: [{ id: "calls" }, { id: "gaps" }],
          payoffs: [
            { id: "a", pain: "calls" },
            { id: "other", pain: "gaps" },
            { id: "b", pain: "calls" },
            { id: "c", pain: "calls" },
          ],
        },
      },
    ],
  });
}

function moved(name: string, way: -1 | 1): string[] | null {
  const step = stepOf(roster(), name, way, one);
  if (step === null) return null;
  const after = applied(roster(), { place: [step.placed] });
  expect(isPlaced(after, step.placed)).toBe(true);
  return after.segments.find((it) => it.id === "hr")?.value.payoffs.map((it) => it.id) ?? [];
}

test("a record steps past the next one that it is shown with", () => {
  expect(moved("payoffs/b", -1)).toEqual(["b", "a", "other", "c"]);
  expect(moved("payoffs/a", 1)).toEqual(["other", "b", "a", "c"]);
  expect(moved("payoffs/b", 1)).toEqual(["a", "other", "c", "b"]);
});

test("at the end of those it is shown with it stays", () => {
  expect([moved("payoffs/a", -1), moved("payoffs/c", 1), moved("payoffs/other", 1)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("a step says where it leads", () => {
  expect(stepOf(roster(), "payoffs/b", -1, one)).toMatchObject({ to: 1, of: 3 });
});

test("segments step among those that are shown together", () => {
  expect(stepOf(roster(), "segments/hr", -1, ({ id }) => id)).toBeNull();
  expect(stepOf(roster(), "segments/hr", -1, one)).not.toBeNull();
  expect(stepOf(roster(), "nothing/hr", -1, one)).toBeNull();
});
