/** The parts of a statement that are plain texts of the positioning. */
import type { StatementPart } from "../../api/types";

export type TextPart = "for_whom" | "problem" | "category" | "benefit" | "why_believe" | "why_now";

/** In the order in which the statement says them. */
export const order: readonly (TextPart | "offering" | "differentiator")[] = [
  "for_whom",
  "offering",
  "category",
  "benefit",
  "why_believe",
  "differentiator",
  "problem",
  "why_now",
];

/** Puts the caret where a part is written. */
export function goTo(part: StatementPart): void {
  const place = document.querySelector(`[data-writes="${part}"]`);
  place?.querySelector("textarea")?.focus();
}
