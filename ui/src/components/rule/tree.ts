/**
 * A rule while it is being written. The tree may hold conditions that are not finished; the rule
 * that is saved and counted leaves those out. Every node has a key, so that rows keep their focus.
 */
import type { Condition, Op, Rule, Scalar } from "../../api/types";
import { arityOf } from "./operators";

/** How the parts of a group join. */
export type Mode = "all" | "any" | "none" | "not_all";

export interface GroupNode {
  kind: "group";
  key: string;
  mode: Mode;
  parts: readonly RuleNode[];
}

export interface ConditionNode {
  kind: "condition";
  key: string;
  negated: boolean;
  /** Empty until a column is chosen. */
  column: string;
  op: Op;
  values: readonly Scalar[];
  fold: boolean;
}

export interface SegmentNode {
  kind: "segment";
  key: string;
  negated: boolean;
  /** Empty until a segment is chosen. */
  segment: string;
}

export type RuleNode = GroupNode | ConditionNode | SegmentNode;

let made = 0;
function newKey(): string {
  made += 1;
  return `part-${made}`;
}

export function blankCondition(): ConditionNode {
  return {
    kind: "condition",
    key: newKey(),
    negated: false,
    column: "",
    op: "eq",
    values: [],
    fold: false,
  };
}

export function blankGroup(): GroupNode {
  return { kind: "group", key: newKey(), mode: "any", parts: [blankCondition()] };
}

export function blankSegmentPart(): SegmentNode {
  return { kind: "segment", key: newKey(), negated: true, segment: "" };
}

/** A rule as a tree; at the root always a group. */
export function treeOf(rule: Rule | null): GroupNode {
  // A first condition stands ready, so that the first thing to do is in view.
  if (rule === null) return group("all", [blankCondition()]);
  const node = nodeOf(rule);
  return node.kind === "group" ? node : group("all", [node]);
}

function group(mode: Mode, parts: readonly RuleNode[]): GroupNode {
  return { kind: "group", key: newKey(), mode, parts };
}

function nodeOf(rule: Rule): RuleNode {
  if ("all" in rule) return group("all", rule.all.map(nodeOf));
  if ("any" in rule) return group("any", rule.any.map(nodeOf));
  if ("segment" in rule) {
    return { kind: "segment", key: newKey(), negated: false, segment: rule.segment };
  }
  if ("not" in rule) return opposite(rule.not);
  return {
    kind: "condition",
    key: newKey(),
    negated: false,
    column: rule.column,
    op: rule.op,
    values: rule.value === undefined || rule.value === null ? [] : [rule.value].flat(),
    fold: rule.fold ?? false,
  };
}

function opposite(rule: Rule): RuleNode {
  if ("any" in rule) return group("none", rule.any.map(nodeOf));
  if ("all" in rule) return group("not_all", rule.all.map(nodeOf));
  const node = nodeOf(rule);
  // "not not x" is rare and means "none of: not x".
  if (node.kind === "group" || node.negated) return group("none", [node]);
  return { ...node, negated: true };
}

/** The rule that a tree says so far; null when no part of it is finished. */
export function ruleOf(node: RuleNode): Rule | null {
  if (!isFinished(node)) return null;
  if (node.kind === "segment") return turned({ segment: node.segment }, node.negated);
  if (node.kind === "condition") return turned(conditionOf(node), node.negated);
  const parts = node.parts.map(ruleOf).filter((part) => part !== null);
  const joined: Rule = isEither(node.mode) ? { any: parts } : { all: parts };
  return turned(joined, node.mode === "none" || node.mode === "not_all");
}

function isEither(mode: Mode): boolean {
  return mode === "any" || mode === "none";
}

function turned(rule: Rule, negated: boolean): Rule {
  return negated ? { not: rule } : rule;
}

function conditionOf(node: ConditionNode): Condition {
  const { column, op, values } = node;
  const [first] = values;
  const arity = arityOf(op);
  return {
    column,
    op,
    ...(arity === "one" && first !== undefined ? { value: first } : {}),
    ...(arity === "two" || arity === "many" ? { value: [...values] } : {}),
    ...(node.fold ? { fold: true } : {}),
  };
}

/** Whether a part says something; a group does when one of its parts does. */
export function isFinished(node: RuleNode): boolean {
  if (node.kind === "group") return node.parts.some(isFinished);
  if (node.kind === "segment") return node.segment !== "";
  if (node.column === "") return false;
  const given = node.values.filter((value) => value !== "").length;
  const arity = arityOf(node.op);
  if (arity === "none") return true;
  if (arity === "two") return given === 2;
  return arity === "many" ? given > 0 : given === 1;
}

/** The way to each finished node in the rule, as the count names its lines. */
export function pathsOf(root: GroupNode): Map<string, string> {
  const paths = new Map<string, string>();
  const walk = (node: RuleNode, path: readonly number[]) => {
    paths.set(node.key, path.join("."));
    if (node.kind !== "group") return;
    const inside = node.mode === "none" || node.mode === "not_all" ? [...path, 0] : path;
    node.parts.filter(isFinished).forEach((part, at) => walk(part, [...inside, at]));
  };
  walk(root, []);
  return paths;
}

/** The tree with one node changed; null takes it out. */
export function changed(
  root: GroupNode,
  key: string,
  change: (node: RuleNode) => RuleNode | null,
): GroupNode {
  const walk = (node: RuleNode): RuleNode | null => {
    if (node.key === key) return change(node);
    if (node.kind !== "group") return node;
    return { ...node, parts: node.parts.map(walk).filter((part) => part !== null) };
  };
  const next = walk(root);
  return next?.kind === "group" ? next : { ...root, parts: [] };
}

/** A group's tree with a part added at its end. */
export function added(root: GroupNode, key: string, part: RuleNode): GroupNode {
  return changed(root, key, (node) =>
    node.kind === "group" ? { ...node, parts: [...node.parts, part] } : node,
  );
}

/** One text for equal rules, whatever the order of their fields. */
export function fingerprint(rule: Rule | null): string {
  return JSON.stringify(rule, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
