/** A text with its weak words underlined: blockers solid, warnings dashed, hints dotted. */
import { cx } from "./classes";
import { type Mark, stretches } from "./underlines";
import styles from "./Marked.module.css";

export interface MarkedProps {
  text: string;
  marks: readonly Mark[];
  /** A press on marked words, with the finding they belong to. */
  onPress?: (key: string) => void;
}

export function Marked({ text, marks, onPress }: MarkedProps) {
  if (marks.length === 0) return text;
  return stretches(text, marks).map(({ text: words, mark, at }) =>
    mark === null ? (
      words
    ) : (
      <u
        key={at}
        data-level={mark.level}
        data-finding={mark.key}
        className={cx(styles[mark.level], mark.current && styles.current)}
        onPointerUp={onPress === undefined ? undefined : () => onPress(mark.key)}
      >
        {words}
      </u>
    ),
  );
}

/** The finding whose marked words stand under a point of the page, also behind a text field. */
export function findingAt(x: number, y: number): string | null {
  const under = document.elementsFromPoint(x, y);
  const words = under.find((it) => it instanceof HTMLElement && it.dataset.finding !== undefined);
  return words instanceof HTMLElement ? (words.dataset.finding ?? null) : null;
}
