/**
 * A text while someone writes it: what stands in the field, what of it was sent, and the steps back
 * through what was typed. Pure; `useWriting` joins it to a field.
 *
 * What is typed without a pause of two seconds and without leaving the field is one burst, one entry
 * of the history. Going back a step sends the text before it under the burst of that step, so that
 * the entry shrinks as it has grown.
 */
import { newId } from "../api/ids";

/** The pause that ends a burst, in milliseconds. */
export const BURST_PAUSE = 2_000;

/** A pause after which a step back stops, though the burst goes on. */
const STEP_PAUSE = 1_000;

/** Steps that are kept; the oldest go first. */
const STEPS_KEPT = 400;

interface Step {
  /** The text that the step leads to. */
  text: string;
  /** The burst that it undoes. */
  burst: string;
}

/** A letter came, a letter went, or anything else happened, such as pasting. */
type Move = "in" | "out" | "leap";

export interface Writing {
  /** What stands in the field when it is not the saved text; null when it is. */
  draft: string | null;
  /** Sent and not come back yet, oldest first. */
  sent: readonly string[];
  /** The text that the workbook was last known to hold. */
  known: string;
  past: readonly Step[];
  future: readonly Step[];
  burst: string | null;
  /** When something was last typed, in milliseconds. */
  at: number;
  move: Move;
}

export function writingOf(known: string): Writing {
  return {
    draft: null,
    sent: [],
    known,
    past: [],
    future: [],
    burst: null,
    at: 0,
    move: "leap",
  };
}

/** Letters count, space around them does not: most records are kept without it. */
function same(one: string, other: string): boolean {
  return one.trim() === other.trim();
}

export function textOf(it: Writing): string {
  return it.draft ?? it.known;
}

/** Whether something stands in the field that was not sent. */
export function isUnsaved(it: Writing): boolean {
  return it.draft !== null && !same(it.draft, it.sent.at(-1) ?? it.known);
}

/** The workbook holds another text: our own coming back, or somebody else's, such as undo's. */
export function seen(it: Writing, known: string): Writing {
  const at = it.sent.findLastIndex((sent) => same(sent, known));
  if (at >= 0) return { ...it, known, sent: it.sent.slice(at + 1) };
  // Words that are being typed are not taken away by a change from elsewhere.
  if (isUnsaved(it)) return { ...it, known, sent: [] };
  return writingOf(known);
}

/** Another text was typed at a time. */
export function typed(it: Writing, text: string, at: number): Writing {
  const before = textOf(it);
  if (text === before) return it;
  const burst = it.burst !== null && at - it.at <= BURST_PAUSE ? it.burst : newId("typing");
  const { move, startsWord } = moveOf(before, text);
  const last = it.past.at(-1);
  const goesOn =
    last?.burst === burst &&
    move !== "leap" &&
    move === it.move &&
    !startsWord &&
    at - it.at <= STEP_PAUSE;
  const past = goesOn ? it.past : [...it.past, { text: before, burst }].slice(-STEPS_KEPT);
  return { ...it, draft: text, past, future: [], burst, at, move };
}

/** A word back; null when nothing that was typed here is left to undo. */
export function back(it: Writing, at: number): Writing | null {
  const step = it.past.at(-1);
  if (step === undefined) return null;
  const future = [...it.future, { text: textOf(it), burst: step.burst }];
  return { ...it, ...step, draft: step.text, past: it.past.slice(0, -1), future, at, move: "leap" };
}

/** A word forward again; null when none was taken back. */
export function again(it: Writing, at: number): Writing | null {
  const step = it.future.at(-1);
  if (step === undefined) return null;
  const past = [...it.past, { text: textOf(it), burst: step.burst }];
  return { ...it, ...step, draft: step.text, past, future: it.future.slice(0, -1), at, move: "leap" };
}

/**
 * Back to what stood in the field when it was entered, as a change of its own: the words that go
 * stay in the history. Null when nothing was typed.
 */
export function reverted(it: Writing, at: number): Writing | null {
  const [first] = it.past;
  if (first === undefined || first.text === textOf(it)) return null;
  return typed({ ...it, burst: null }, first.text, at);
}

/** What stands in the field was sent. */
export function sentOff(it: Writing): Writing {
  return it.draft === null ? it : { ...it, sent: [...it.sent, it.draft] };
}

/** What was sent did not arrive: it is to be sent again. */
export function refused(it: Writing): Writing {
  return it.sent.length === 0 ? it : { ...it, sent: [] };
}

/** The field was left. Steps back end there; words that are saved stand as the workbook has them. */
export function left(it: Writing): Writing {
  const draft = it.draft === null || same(it.draft, it.known) ? null : it.draft;
  return { ...it, draft, past: [], future: [], burst: null };
}

function moveOf(before: string, text: string): { move: Move; startsWord: boolean } {
  if (text.length === before.length + 1) {
    const at = differsAt(before, text);
    const letter = text.charAt(at);
    const startsWord = /\S/.test(letter) && (at === 0 || /\s/.test(text.charAt(at - 1)));
    return { move: "in", startsWord };
  }
  return { move: text.length === before.length - 1 ? "out" : "leap", startsWord: false };
}

function differsAt(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1;
  return at;
}

/** Where the caret stands after a text took the place of another: behind what came. */
export function caretAfter(before: string, text: string): number {
  const least = differsAt(before, text);
  let end = 0;
  while (
    end < Math.min(before.length, text.length) - least &&
    before.charAt(before.length - 1 - end) === text.charAt(text.length - 1 - end)
  ) {
    end += 1;
  }
  return text.length - end;
}
