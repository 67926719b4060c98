/** A short list of sentences, each written in place; an empty line at the end takes the next. */
import { Field } from "./Field";
import styles from "./Lines.module.css";

export interface LinesProps {
  label: string;
  question: string;
  values: readonly string[];
  /** The whole list; emptied lines are gone from it. */
  onChange: (values: string[]) => void;
}

export function Lines({ label, question, values, onChange }: LinesProps) {
  const save = (at: number, text: string) => {
    const next = [...values];
    next[at] = text.trim();
    onChange(next.filter((line) => line !== ""));
  };
  return (
    <ul className={styles.lines} aria-label={label}>
      {numbered([...values, ""]).map(({ at, value }) => (
        <li key={at}>
          <Field
            label={`${label} ${at + 1}`}
            question={question}
            size="control"
            oneLine
            value={value}
            onSave={(text) => save(at, text)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Lines have no names of their own: their place is their identity while one is written. */
function numbered(values: readonly string[]): { at: number; value: string }[] {
  return values.map((value, at) => ({ at, value }));
}
