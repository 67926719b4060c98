/** How far a step has come, as a shape; the word stands beside it. */
import { Check, Circle, CircleDashed, CircleEllipsis, CornerDownRight } from "lucide-react";

import type { PathProgress } from "../../api/types";

const marks = {
  done: Check,
  expected: CircleDashed,
  begun: CircleEllipsis,
  skipped: CornerDownRight,
  open: Circle,
} as const;

export function StepMark({ progress }: { progress: PathProgress }) {
  const Mark = marks[progress];
  return <Mark aria-hidden="true" />;
}
