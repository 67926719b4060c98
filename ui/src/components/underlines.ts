/**
 * Marks in a text: which of its words a finding means. Pure. Positions come from the coach and
 * count Unicode scalar values, not the UTF-16 units of JavaScript strings.
 */
import type { Alternative, Finding, FindingLevel, Run } from "../api/types";

export interface Mark {
  level: FindingLevel;
  start: number;
  end: number;
  /** The finding it belongs to. */
  key: string;
  /** Whether that finding's card is open. */
  current: boolean;
}

/** A stretch of a text that is marked in one way, or not at all. */
export interface Stretch {
  text: string;
  mark: Mark | null;
  /** Where it starts in the text: its key in a list. */
  at: number;
}

const LOUDNESS: readonly FindingLevel[] = ["hint", "warning", "blocker"];

/** The stretches of a text in reading order; where marks overlap the loudest is shown. */
export function stretches(text: string, marks: readonly Mark[]): Stretch[] {
  const letters = Array.from(text);
  const found: Stretch[] = [];
  for (const [at, letter] of letters.entries()) {
    const mark = loudest(marks.filter((it) => it.start <= at && at < it.end));
    const last = found.at(-1);
    if (last !== undefined && last.mark === mark) last.text += letter;
    else found.push({ text: letter, mark, at });
  }
  return found;
}

/** The mark that stands out: the one whose card is open, else the loudest. */
function loudest(marks: readonly Mark[]): Mark | null {
  const [first, ...others] = marks;
  if (first === undefined) return null;
  const weight = (mark: Mark) => LOUDNESS.indexOf(mark.level) + (mark.current ? 10 : 0);
  return others.reduce((best, mark) => (weight(mark) > weight(best) ? mark : best), first);
}

/**
 * The marks of a text while other words are being written in it: those before and behind the
 * change go with their words, those on it wait for the coach.
 */
export function carried(marks: readonly Mark[], from: string, to: string): Mark[] {
  if (from === to) return [...marks];
  const before = Array.from(from);
  const after = Array.from(to);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const by = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark];
    if (mark.start < before.length - tail) return [];
    return [{ ...mark, start: mark.start + by, end: mark.end + by }];
  });
}

/** A statement as one text; parts not written yet stand as `[question]`, as the coach read them. */
export function statementText(runs: readonly Run[]): string {
  return runs.map((run) => (run.missing ? `[${run.text}]` : run.text)).join("");
}

/** The marks of a finding, wherever its words stand. */
export type MarksOf = (finding: Finding) => readonly Mark[];

/**
 * The marks of each run of a statement. A finding stands in the field where its words were written;
 * the statement shows those words again, without the blanks around them.
 */
export function marksByRun(
  runs: readonly Run[],
  findings: readonly Finding[],
  written: StatementTexts,
  marksOf: MarksOf,
): Mark[][] {
  let from = 0;
  return runs.map((run) => {
    const bracket = run.missing ? 1 : 0;
    const start = from + bracket;
    const length = lengthOf(run.text);
    from = start + length + bracket;
    return findings
      .flatMap((finding) => {
        const by = finding.field === "statement" ? -start : shiftInto(run, finding, written);
        return by === null ? [] : moved(marksOf(finding), by);
      })
      .map((mark) => ({
        ...mark,
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
  if (run.part === null || run.missing) return null;
  if (run.part !== "alternatives") {
    const isOffering = finding.record === "offering" && finding.field === "name";
    const field = isOffering ? "offering" : finding.field;
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
  return marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function blanksBefore(text: string): number {
  return lengthOf(text) - lengthOf(text.trimStart());
}
