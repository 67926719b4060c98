/**
 * Marks in a text: which of its words a finding means. Pure. Positions come from the coach and
 * count Unicode scalar values, not the UTF-16 units of JavaScript strings.
 */
import type { Finding, FindingLevel, Run } from "../api/types";

export interface Mark {
  level: FindingLevel;
  start: number;
  end: number;
}

/** A stretch of a text that is marked in one way, or not at all. */
export interface Stretch {
  text: string;
  level: FindingLevel | null;
  /** Where it starts in the text: its key in a list. */
  at: number;
}

const LOUDNESS: readonly FindingLevel[] = ["hint", "warning", "blocker"];

export function marksOf(findings: readonly Finding[]): Mark[] {
  return findings.map(({ level, start, end }) => ({ level, start, end }));
}

/** The stretches of a text in reading order; where marks overlap the loudest is shown. */
export function stretches(text: string, marks: readonly Mark[]): Stretch[] {
  const letters = Array.from(text);
  const found: Stretch[] = [];
  for (const [at, letter] of letters.entries()) {
    const level = loudest(marks.filter((mark) => mark.start <= at && at < mark.end));
    const last = found.at(-1);
    if (last !== undefined && last.level === level) last.text += letter;
    else found.push({ text: letter, level, at });
  }
  return found;
}

function loudest(marks: readonly Mark[]): FindingLevel | null {
  const levels = marks.map((mark) => LOUDNESS.indexOf(mark.level));
  return levels.length === 0 ? null : (LOUDNESS[Math.max(...levels)] ?? null);
}

/** A statement as one text; parts not written yet stand as `[question]`, as the coach read them. */
export function statementText(runs: readonly Run[]): string {
  return runs.map((run) => (run.missing ? `[${run.text}]` : run.text)).join("");
}

/** The marks of a whole statement as marks of each of its runs. */
export function marksByRun(runs: readonly Run[], marks: readonly Mark[]): Mark[][] {
  let from = 0;
  return runs.map((run) => {
    const bracket = run.missing ? 1 : 0;
    const start = from + bracket;
    const length = Array.from(run.text).length;
    from = start + length + bracket;
    return marks
      .map((mark) => ({
        level: mark.level,
        start: Math.max(0, mark.start - start),
        end: Math.min(length, mark.end - start),
      }))
      .filter((mark) => mark.start < mark.end);
  });
}
