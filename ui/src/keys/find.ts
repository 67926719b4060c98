/** Finding by words: every word typed has to be found, at the start of a word best. */

export interface Findable {
  name: string;
  about?: string | undefined;
  also?: string | undefined;
}

/** Small letters without their accents, so that "cafe" finds "Café". */
function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

function wordsOf(text: string): string[] {
  return folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** How well a typed word is found in one word: 0 when it is not. */
function closeness(typed: string, word: string): number {
  if (word === typed) return 6;
  if (word.startsWith(typed)) return 5;
  if (word.includes(typed)) return 3;
  return isSketchOf(typed, word) ? 1 : 0;
}

/** Whether the letters stand in the word in their order, beginning with its first: "stmt". */
function isSketchOf(typed: string, word: string): boolean {
  if (typed.length < 2 || typed[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === typed[at]) at += 1;
  return at === typed.length;
}

function score(typed: readonly string[], row: Findable): number {
  const name = wordsOf(row.name);
  const about = wordsOf(row.about ?? "");
  const also = wordsOf(row.also ?? "");
  let sum = 0;
  for (const word of typed) {
    const inName = Math.max(0, ...name.map((it) => closeness(word, it)));
    const beside = Math.max(0, ...about.map((it) => closeness(word, it)));
    const other = Math.max(0, ...also.map((it) => closeness(word, it)));
    const best = Math.max(inName * 4, beside * 3, other * 2);
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

/** The rows that hold all the words, the closest first; without words all of them, as they are. */
export function find<Row extends Findable>(rows: readonly Row[], words: string): readonly Row[] {
  const typed = wordsOf(words);
  if (typed.length === 0) return words.trim() === "" ? rows : [];
  return rows
    .map((row, at) => ({ row, at, score: score(typed, row) }))
    .filter((it) => it.score > 0)
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .map((it) => it.row);
}
