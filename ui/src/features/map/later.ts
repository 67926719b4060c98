/** Steps put off with "not now": kept while the window is open, for the workbook they are of. */
import { useSyncExternalStore } from "react";

import type { NextStep } from "../../api/types";

let putOff: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function change(to: ReadonlySet<string>): void {
  putOff = to;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function keyOf(file: string, step: NextStep): string {
  return [file, step.kind, step.segment, step.link, step.record].join("\n");
}

export interface Later {
  /** The most useful step that was not put off; null when all were, or there is none. */
  step: NextStep | null;
  /** How many were put off. */
  off: number;
  putOff: (step: NextStep) => void;
  /** Brings back what was put off. */
  again: () => void;
}

export function useLater(file: string, steps: readonly NextStep[]): Later {
  const off = useSyncExternalStore(subscribe, () => putOff);
  const left = steps.filter((it) => !off.has(keyOf(file, it)));
  return {
    step: left[0] ?? null,
    off: steps.length - left.length,
    putOff: (step) => change(new Set([...putOff, keyOf(file, step)])),
    again: () => change(new Set([...putOff].filter((key) => !key.startsWith(`${file}\n`)))),
  };
}
