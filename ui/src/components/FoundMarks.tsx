/** A text with the letters that were searched for set off from the rest. */
import type { Span } from "../api/types";

export function Marks({ text, marks }: { text: string; marks: readonly Span[] }) {
  const letters = Array.from(text);
  const parts = marks.flatMap(({ start, end }, at) => [
    { at: marks[at - 1]?.end ?? 0, to: start, found: false },
    { at: start, to: end, found: true },
  ]);
  const rest = { at: marks.at(-1)?.end ?? 0, to: letters.length, found: false };
  return [...parts, rest]
    .filter((part) => part.at < part.to)
    .map((part) => {
      const words = letters.slice(part.at, part.to).join("");
      return part.found ? <mark key={part.at}>{words}</mark> : <span key={part.at}>{words}</span>;
    });
}
