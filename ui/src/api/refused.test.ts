import { expect, test } from "vitest";

import { fieldsOf, leftAfter, leftOf } from "./refused";
import type { Patch } from "./types";

const named: Patch = { segments: [{ id: "a", name: "Fibre", described: "New" }] };

test("a patch writes fields, and rules and lists whole", () => {
  const patch: Patch = {
    offering: { name: "Line" },
    segments: [{ id: "a", reach: ["x"], rule: { segment: "b" }, value: { pains: [{ id: "p", text: "t" }] } }],
  };
  expect(fieldsOf(patch)).toEqual([
    "offering/name",
    "segments/a/reach",
    "segments/a/rule",
    "segments/a/value/pains/p/text",
  ]);
});

test("other words that are saved leave a refused field refused", () => {
  expect(leftOf(named, { segments: [{ id: "b", name: "Other" }] })).toEqual(named);
});

test("the same field saved later takes only itself out", () => {
  expect(leftOf(named, { segments: [{ id: "a", name: "Fibre 2" }] })).toEqual({
    segments: [{ id: "a", described: "New" }],
  });
  expect(leftAfter([named], named)).toEqual([]);
});

test("a record that was removed has nothing left to save", () => {
  const pain: Patch = { segments: [{ id: "a", value: { pains: [{ id: "p", text: "t" }] } }] };
  expect(leftOf(pain, { remove: ["pains/p"] })).toBeNull();
  expect(leftOf(pain, { remove: ["pains/q"] })).toEqual(pain);
  expect(leftOf({ remove: ["pains/p", "pains/q"] }, { remove: ["pains/p"] })).toEqual({
    remove: ["pains/q"],
  });
});

test("a move waits until the record is moved again or is gone", () => {
  const move = { place: [{ record: "pains/p", before: "pains/q" }] };
  expect(leftOf(move, { place: [{ record: "pains/r" }] })).toEqual(move);
  expect(leftOf(move, { place: [{ record: "pains/p" }] })).toBeNull();
  expect(leftOf(move, { remove: ["pains/q"] })).toBeNull();
});
