/**
 * Marks in a text: which of its words a finding means. Pure. Positions come from the coach and
 * count Unicode scalar values, not the UTF-16 units of JavaScript strings.
 */
import type { Alternative, Finding, FindingLevel, Run } from "../api/types";

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
  return findings.flatMap(({ level, start, end }) =>
    start === null || end === null ? [] : [{ level, start, end }],
  );
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

/**
 * The marks of each run of a statement. A finding stands in the field where its words were written;
 * the statement shows those words again, without the blanks around them.
 */
export function marksByRun(
  runs: readonly Run[],
  findings: readonly Finding[],
  written: StatementTexts,
): Mark[][] {
  let from = 0;
  return runs.map((run) => {
    const bracket = run.missing ? 1 : 0;
    const start = from + bracket;
    const length = lengthOf(run.text);
    from = start + length + bracket;
    return findings
      .flatMap((finding) => {
        const shift = shiftInto(run, finding, written);
        return finding.field === "statement"
          ? moved(marksOf([finding]), -start)
          : shift === null || run.missing
            ? []
            : moved(marksOf([finding]), shift);
      })
      .map((mark) => ({
        level: mark.level,
        start: Math.max(0, mark.start),
        end: Math.min(length, mark.end),
      }))
      .filter((mark) => mark.start < mark.end);
  });
}

/** What was written for the parts of a statement. */
export interface StatementTexts {
  text: (field: string) => string;
  alternatives: readonly Alternative[];
}

/** How far the words of a finding are moved in a run; null when they are not in it. */
function shiftInto(run: Run, finding: Finding, written: StatementTexts): number | null {
  if (run.part === null) return null;
  if (run.part !== "alternatives") {
    const field = finding.record === "offering" && finding.field === "name" ? "offering" : finding.field;
    return field === run.part ? -blanksBefore(written.text(finding.field)) : null;
  }
  let from = 0;
  for (const { id, name } of written.alternatives) {
    const at = run.text.indexOf(name.trim(), from);
    if (name.trim() === "" || at < 0) continue;
    if (id === finding.record && finding.field === "name") {
      return lengthOf(run.text.slice(0, at)) - blanksBefore(name);
    }
    from = at + name.trim().length;
  }
  return null;
}

function moved(marks: readonly Mark[], by: number): Mark[] {
  return marks.map(({ level, start, end }) => ({ level, start: start + by, end: end + by }));
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function blanksBefore(text: string): number {
  return lengthOf(text) - lengthOf(text.trimStart());
}
