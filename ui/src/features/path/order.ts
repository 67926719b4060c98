/** The six steps in their order. */
import type { PathStepName } from "../../api/types";

export const order: readonly PathStepName[] = [
  "decision",
  "dimensions",
  "data",
  "compare",
  "act",
  "review",
];
