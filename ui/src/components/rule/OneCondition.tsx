/** A rule of one condition, written in a line: what counts as a success, for a metric. */
import { useState } from "react";

import type { DatasetView, Rule } from "../../api/types";
import { ConditionExpr } from "./ConditionRow";
import { blankCondition, type ConditionNode, fingerprint, isFinished, ruleOf, treeOf } from "./tree";

/** The only condition of a rule; null when the rule is more than that. */
export function onlyCondition(rule: Rule | null): ConditionNode | null {
  const tree = treeOf(rule);
  const [first] = tree.parts;
  if (first === undefined) return blankCondition();
  const isOne = tree.parts.length === 1 && (tree.mode === "all" || tree.mode === "any");
  return isOne && first.kind === "condition" ? first : null;
}

export interface OneConditionProps {
  dataset: DatasetView;
  /** Null while there is none; else a rule that `onlyCondition` can show. */
  rule: Rule | null;
  onChange: (rule: Rule) => void;
}

export function OneCondition({ dataset, rule, onChange }: OneConditionProps) {
  const outside = fingerprint(rule);
  const [writing, setWriting] = useState(() => ({
    node: onlyCondition(rule) ?? blankCondition(),
    known: outside,
    sent: "",
  }));
  if (outside !== writing.known) {
    const isOurs = outside === writing.sent;
    setWriting({
      ...writing,
      node: isOurs ? writing.node : (onlyCondition(rule) ?? blankCondition()),
      known: outside,
    });
  }
  return (
    <ConditionExpr
      dataset={dataset.id}
      columns={dataset.columns}
      node={writing.node}
      onChange={(node) => {
        const next = isFinished(node) ? ruleOf(node) : null;
        const sent = next === null ? writing.sent : fingerprint(next);
        setWriting({ ...writing, node, sent });
        if (next !== null && sent !== writing.known) onChange(next);
      }}
    />
  );
}
