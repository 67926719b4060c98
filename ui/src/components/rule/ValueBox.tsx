/** A small boxed value in a condition. It saves itself on Enter, on leaving, and after a pause. */
import { useEffect, useRef, useState } from "react";

import { cx } from "../classes";
import { useReadOnly } from "../ReadOnly";
import { SAVE_PAUSE } from "../useWriting";
import styles from "./Rule.module.css";

export interface ValueBoxProps {
  label: string;
  value: string;
  placeholder: string;
  /** Reads what was typed; null when it is no such value, and then nothing is saved. */
  read: (text: string) => string | null;
  onSave: (value: string) => void;
  /** Empties after saving, for adding to a list. */
  clears?: boolean;
  numeric?: boolean;
}

export function ValueBox(props: ValueBoxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), [pause]);

  const isReadOnly = useReadOnly();
  const text = draft ?? props.value;
  const isWrong = draft !== null && draft.trim() !== "" && props.read(draft) === null;
  const save = (typed: string | null) => {
    clearTimeout(pause.current);
    const value = typed === null || typed.trim() === "" ? null : props.read(typed);
    if (value === null) return;
    if (props.clears || value !== props.value) props.onSave(value);
    setDraft(props.clears ? "" : null);
  };
  const write = (typed: string) => {
    setDraft(typed);
    clearTimeout(pause.current);
    if (!props.clears) pause.current = setTimeout(() => save(typed), SAVE_PAUSE);
  };

  return (
    <input
      readOnly={isReadOnly}
      aria-label={props.label}
      aria-invalid={isWrong}
      value={text}
      placeholder={props.placeholder}
      data-unsaved={draft !== null && draft !== props.value}
      inputMode={props.numeric ? "decimal" : "text"}
      style={{ width: `calc(${Math.min(28, Math.max(text.length, text === "" ? props.placeholder.length : 3))}ch + 18px)` }}
      className={cx(styles.value, isWrong && styles.invalid)}
      onChange={(event) => write(event.target.value)}
      onBlur={() => {
        save(draft);
        if (!isWrong) setDraft(null);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") save(draft);
        if (event.key === "Escape" && draft !== null) {
          event.stopPropagation();
          clearTimeout(pause.current);
          setDraft(null);
        }
      }}
    />
  );
}
