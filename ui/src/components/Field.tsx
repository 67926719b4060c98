/**
 * Text written in place. It has no box until hover or focus, grows with its words, and saves
 * itself: on leaving, and 600 ms after the last key. Escape brings back what was saved; an empty
 * field shows its question.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

import { cx } from "./classes";
import { onRefused } from "../api/troubles";
import { Marked } from "./Marked";
import type { Mark } from "./underlines";
import styles from "./Field.module.css";

/** The pause after which text saves itself, in milliseconds. */
export const SAVE_PAUSE = 600;

export interface FieldProps {
  /** What the field is called; shown above it only with `showLabel`. */
  label: string;
  /** What an empty field asks. */
  question: string;
  value: string;
  onSave: (text: string) => void;
  /** name 14/600 · heading 16/600 · writing 14/22 · control 13/20. */
  size?: "name" | "heading" | "writing" | "control";
  /** A single line: Enter saves and stays, line breaks become spaces. */
  oneLine?: boolean;
  showLabel?: boolean;
  /** Stands at the right of the label, as the record a part rests on. */
  aside?: ReactNode;
  /** Marks focus with a bar at the left instead of an outline, for fields in a ruled column. */
  bar?: boolean;
  autoFocus?: boolean;
  onFocusChange?: (focused: boolean) => void;
  describedBy?: string;
  readOnly?: boolean;
  /** What the coach means, in the saved text; hidden while other words stand in the field. */
  marks?: readonly Mark[];
  /** Enter on a single line, after it was saved: to go on with the next. */
  onEnter?: () => void;
  /** Backspace in an empty field: to take the record away. */
  onErase?: () => void;
}

const NO_MARKS: readonly Mark[] = [];

export function Field({ size = "writing", oneLine = false, ...props }: FieldProps) {
  const { value, onSave } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const [known, setKnown] = useState(value);
  const latest = useRef({ draft, sent, value, onSave });
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  // An erased record must not come back with the field's last, empty words.
  const erased = useRef(false);
  useEffect(() => {
    latest.current = { draft, sent, value, onSave };
  });

  // A new value from outside: our own text coming back (then keep what stands, so that a space at
  // its end survives), or someone else's change such as undo (then show that).
  if (known !== value) {
    setKnown(value);
    if (draft !== null && draft === sent && value.trim() !== draft.trim()) setDraft(null);
  }

  const text = draft ?? value;
  const unsaved = draft !== null && draft !== value && draft !== sent;

  // A field that leaves the screen takes its last words with it into the workbook.
  useEffect(
    () => () => {
      clearTimeout(pause.current);
      if (!erased.current) save(latest.current, () => {});
    },
    [pause, latest, erased],
  );

  // Words that were refused are words still to save: leaving the field tries again.
  useEffect(() => onRefused(() => setSent(null)), []);

  const write = (typed: string) => {
    setDraft(oneLine ? typed.replaceAll(/[\r\n]+/g, " ") : typed);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => save(latest.current, setSent), SAVE_PAUSE);
  };

  const leave = () => {
    if (!erased.current) save(latest.current, setSent);
    if (draft === value || draft?.trim() === value.trim()) setDraft(null);
    props.onFocusChange?.(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && unsaved) {
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
      setSent(null);
    } else if (event.key === "Enter" && (oneLine || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save(latest.current, setSent);
      if (oneLine) props.onEnter?.();
    } else if (event.key === "Backspace" && text === "" && props.onErase !== undefined) {
      event.preventDefault();
      clearTimeout(pause.current);
      erased.current = true;
      props.onErase();
    }
  };

  return (
    <div className={cx(styles.field, styles[size], props.bar && styles.bar)}>
      {props.showLabel ? (
        <div className={styles.top}>
          <label htmlFor={id}>{props.label}</label>
          {props.aside}
        </div>
      ) : null}
      <div className={styles.grow}>
        <span className={styles.mirror} aria-hidden="true">
          {text === "" ? (
            props.question
          ) : (
            <Marked text={text} marks={text === value ? (props.marks ?? NO_MARKS) : NO_MARKS} />
          )}
          {"​"}
        </span>
        <textarea
          id={id}
          rows={1}
          value={text}
          placeholder={props.question}
          readOnly={props.readOnly}
          autoFocus={props.autoFocus}
          aria-label={props.showLabel ? undefined : props.label}
          aria-describedby={props.describedBy}
          data-unsaved={unsaved}
          spellCheck
          onChange={(event) => write(event.target.value)}
          onFocus={() => {
            erased.current = false;
            props.onFocusChange?.(true);
          }}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}

interface Latest {
  draft: string | null;
  sent: string | null;
  value: string;
  onSave: (text: string) => void;
}

function save(now: Latest, setSent: (text: string) => void): void {
  if (now.draft === null || now.draft === now.value || now.draft === now.sent) return;
  now.sent = now.draft;
  setSent(now.draft);
  now.onSave(now.draft);
}
