/** A text with its weak words underlined: blockers solid, warnings dashed, hints dotted. */
import { type Mark, stretches } from "./underlines";
import styles from "./Marked.module.css";

export function Marked(props: { text: string; marks: readonly Mark[] }) {
  if (props.marks.length === 0) return props.text;
  return stretches(props.text, props.marks).map((stretch) =>
    stretch.level === null ? (
      stretch.text
    ) : (
      <u key={stretch.at} data-level={stretch.level} className={styles[stretch.level]}>
        {stretch.text}
      </u>
    ),
  );
}
