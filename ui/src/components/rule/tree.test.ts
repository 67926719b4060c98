import { expect, test } from "vitest";

import type { Rule } from "../../api/types";
import { added, blankCondition, changed, fingerprint, pathsOf, ruleOf, treeOf } from "./tree";

const contract: Rule = { column: "contract", op: "eq", value: "Two year" };
const tenure: Rule = { column: "tenure", op: "between", value: [0, 12] };
const nested: Rule = {
  all: [
    contract,
    { any: [tenure, { column: "note", op: "contains", value: "x", fold: true }] },
    { not: { segment: "big" } },
    { not: { any: [{ column: "city", op: "in", value: ["Bonn", "Köln"] }] } },
    { not: { all: [{ column: "left", op: "is_blank" }] } },
    { not: { column: "joined", op: "within_last_days", value: 30 } },
  ],
};

test("a rule comes back from its tree as it went in", () => {
  expect(ruleOf(treeOf(nested))).toEqual(nested);
});

test("a lone condition stands in a group, which means the same", () => {
  expect(ruleOf(treeOf(contract))).toEqual({ all: [contract] });
});

test("a double negation keeps its meaning", () => {
  expect(ruleOf(treeOf({ not: { not: contract } }))).toEqual({ not: { any: [{ not: contract }] } });
});

test("an unfinished condition is in the tree and not in the rule", () => {
  const root = treeOf({ all: [contract] });
  const more = added(root, root.key, blankCondition());
  expect([more.parts.length, ruleOf(more)]).toEqual([2, { all: [contract] }]);
});

test("a group of nothing finished says nothing", () => {
  const root = treeOf(null);
  expect(ruleOf(added(root, root.key, blankCondition()))).toBeNull();
});

test("a part can be taken out", () => {
  const root = treeOf({ all: [contract, tenure] });
  expect(ruleOf(changed(root, root.parts[0]?.key ?? "", () => null))).toEqual({ all: [tenure] });
});

test("the way to a part passes through each negation above it, not its own", () => {
  const root = treeOf(nested);
  const paths = pathsOf(root);
  expect(root.parts.map((part) => paths.get(part.key))).toEqual(["0", "1", "2", "3", "4", "5"]);
  const none = root.parts[3];
  expect(none?.kind === "group" && none.parts.map((part) => paths.get(part.key))).toEqual([
    "3.0.0",
  ]);
});

test("an unfinished part takes no place among the lines that are counted", () => {
  const root = treeOf({ all: [contract] });
  const [first] = root.parts;
  const last = treeOf({ all: [tenure] }).parts;
  const paths = pathsOf({ ...root, parts: [blankCondition(), ...(first ? [first] : []), ...last] });
  expect(paths.get(first?.key ?? "")).toBe("0");
});

test("equal rules have one fingerprint whatever the order of their fields", () => {
  expect(fingerprint({ op: "eq", value: 1, column: "a" })).toBe(
    fingerprint({ column: "a", op: "eq", value: 1 }),
  );
});
