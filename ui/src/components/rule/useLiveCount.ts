/**
 * The count of a rule that changes faster than it can be counted. One question is on its way at a
 * time; while it is, the newest rule waits, and those that came between are never asked.
 */
import { useState } from "react";

import { type Answer, reads, useRead } from "../../api/queries";
import type { Rule, RuleCount } from "../../api/types";
import { fingerprint } from "./tree";

export interface LiveCount extends Answer<RuleCount> {
  /** Whether the figures are of the rule as it was a moment ago. */
  isBehind: boolean;
}

export function useLiveCount(dataset: string, rule: Rule): LiveCount {
  const [asked, setAsked] = useState(rule);
  const counted = useRead(reads.countRule, [dataset, asked]);
  const waits = fingerprint(asked) !== fingerprint(rule);
  const isOnItsWay = counted.waiting || counted.refreshing;
  if (waits && !isOnItsWay) setAsked(rule);
  return { ...counted, isBehind: waits || counted.refreshing };
}
