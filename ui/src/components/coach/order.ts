/** Which findings are on screen, in which order, and what each is called. Pure. */
import type { Finding, FindingLevel, FindingPlace, Link, Segment } from "../../api/types";

/** What a place shows: one link of a segment, all of a segment, all of the workbook, nothing. */
export type Reading =
  | { of: "link"; segment: string; link: Link }
  | { of: "segment"; segment: string }
  | { of: "workbook" }
  | { of: "nothing" };

const LOUDNESS: Readonly<Record<FindingLevel, number>> = { blocker: 0, warning: 1, hint: 2 };

/** The findings a place shows, the loudest first and else as they stand on it. */
export function onScreen(
  findings: readonly Finding[],
  segments: readonly Segment[],
  reading: Reading,
): Finding[] {
  const resting = new Set(segments.filter(isResting).map((it) => it.id));
  const shown = findings.filter((it) => {
    // What is said of the offering is said once, and is on screen with every statement.
    const isOfAll = it.record === "offering";
    switch (reading.of) {
      case "link":
        return (isOfAll || it.segment === reading.segment) && it.link === reading.link;
      case "segment":
        return isOfAll || it.segment === reading.segment;
      case "workbook":
        return !resting.has(it.segment);
      case "nothing":
        return false;
    }
  });
  return shown.toSorted((a, b) => LOUDNESS[a.level] - LOUDNESS[b.level]);
}

/** A segment that failed its test or is no longer used is judged only where it is looked at. */
function isResting({ standing }: Segment): boolean {
  return standing === "invalidated" || standing === "retired";
}

/** What tells a finding from all others. */
export function keyOf(it: Finding): string {
  return `${placeOf(it)} ${it.segment} ${it.start ?? ""}`;
}

/** What tells a finding from all others except its like in the same field. */
export function placeOf({ rule, record, field }: FindingPlace): string {
  return `${rule} ${record} ${field}`;
}

/** The finding after the one shown, or before it; the first when none is. */
export function neighbour(
  findings: readonly Finding[],
  shown: string | null,
  step: 1 | -1,
): Finding | undefined {
  const at = findings.findIndex((it) => keyOf(it) === shown);
  if (at < 0) return step === 1 ? findings[0] : findings.at(-1);
  return findings[(at + step + findings.length) % findings.length];
}

/** How many there are of each level, the loudest first; levels without any are left out. */
export function tally(findings: readonly Finding[]): { level: FindingLevel; n: number }[] {
  return (["blocker", "warning", "hint"] as const)
    .map((level) => ({ level, n: findings.filter((it) => it.level === level).length }))
    .filter(({ n }) => n > 0);
}
