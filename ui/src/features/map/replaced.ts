/** What was replaced in a text: what both still say before and after it is said once. Pure. */

export interface Replaced {
  /** Said by both, up to the first difference. */
  before: string;
  /** Said only by the old text. */
  lost: string;
  /** Said only by the new one. */
  instead: string;
  /** Said by both, after the last difference. */
  after: string;
}

export function replaced(was: string, now: string): Replaced {
  const [old, said] = [wordsOf(was), wordsOf(now)];
  const shorter = Math.min(old.length, said.length);
  let first = 0;
  while (first < shorter && old[first] === said[first]) first += 1;
  let last = 0;
  while (last < shorter - first && old.at(-1 - last) === said.at(-1 - last)) last += 1;
  const middle = (words: readonly string[]) => words.slice(first, words.length - last).join(" ");
  return {
    before: spaced(said.slice(0, first).join(" "), "after"),
    lost: middle(old),
    instead: middle(said),
    after: spaced(said.slice(said.length - last).join(" "), "before"),
  };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** A space at one end, where there is anything to keep apart. */
function spaced(text: string, side: "before" | "after"): string {
  if (text === "") return "";
  return side === "before" ? ` ${text}` : `${text} `;
}
