/** A text with the runs in rust that still say what no longer holds. */
import styles from "./Standing.module.css";

/** Spans count Unicode scalar values, and stand in order without overlapping. */
export function Said(props: { text: string; spans: readonly (readonly [number, number])[] }) {
  const letters = Array.from(props.text);
  const pieces: { at: number; text: string; still: boolean }[] = [];
  let done = 0;
  for (const [start, end] of props.spans) {
    pieces.push({ at: done, text: letters.slice(done, start).join(""), still: false });
    pieces.push({ at: start, text: letters.slice(start, end).join(""), still: true });
    done = end;
  }
  pieces.push({ at: done, text: letters.slice(done).join(""), still: false });
  return pieces
    .filter((it) => it.text !== "")
    .map((it) =>
      it.still ? (
        <mark key={it.at} className={styles.still}>
          {it.text}
        </mark>
      ) : (
        it.text
      ),
    );
}
