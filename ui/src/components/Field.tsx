/**
 * Text written in place. It has no box until hover or focus, grows with its words, and saves
 * itself: on leaving, after a pause, and every second while someone goes on typing. Undo and redo
 * go through what was typed here first, then through the workbook; Escape brings back what stood
 * here before. An empty field shows its question.
 */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef } from "react";

import { chordOf } from "../keys/chord";
import { cx } from "./classes";
import { findingAt, Marked } from "./Marked";
import { useCoach, useFindings, useMarks } from "./coach/coach";
import { useReadOnly } from "./ReadOnly";
import { carried } from "./underlines";
import { useWriting, type WritingHere } from "./useWriting";
import { t as tCoach } from "../words/coach";
import styles from "./Field.module.css";

export interface FieldProps {
  /** What the field is called; shown above it only with `showLabel`. */
  label: string;
  /** What an empty field asks. */
  question: string;
  /** The record that it writes to, by its id: what the coach finds there is marked here. */
  record?: string;
  /** The field's name in the chain document, so that a search or a finding can lead here. */
  field?: string;
  value: string;
  onSave: (text: string) => void;
  /** A value such as a date: saved after a pause or on leaving, and not while it is half written. */
  whole?: boolean;
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
  /** Enter on a single line, after it was saved: to go on with the next. */
  onEnter?: () => void;
  /** Backspace in an empty field: to take the record away. */
  onErase?: () => void;
}

/** How long a pointer rests on words before it means them, in milliseconds. */
const REST = 300;

export function Field({ size = "writing", oneLine = false, ...props }: FieldProps) {
  const { value, onSave, whole } = props;
  const isReadOnly = useReadOnly() || (props.readOnly ?? false);
  const id = useId();
  const findings = useFindings(props.record, props.field);
  const marks = useMarks(findings);
  const { show, point } = useCoach();
  const resting = useResting(point);
  const saysId = useId();
  const writing = useWriting({ value, onSave, whole });
  const { text, unsaved } = writing;
  const box = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);

  // After a step the caret stands where the words changed.
  useEffect(() => {
    if (caret.current === null) return;
    box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const step = (event: KeyboardEvent, where: "back" | "again" | "revert") => {
    const to = writing.step(where);
    if (to === null) return false;
    event.preventDefault();
    event.stopPropagation();
    caret.current = to;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || isReadOnly) return;
    const history = historyKey(event);
    if (history !== null) {
      // Without a step left here the workbook's own has the key; it must see all that was typed.
      if (!step(event, history)) writing.save();
    } else if (event.key === "Escape") {
      step(event, "revert");
    } else if (event.key === "Enter" && (oneLine || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      writing.save();
      if (oneLine) props.onEnter?.();
    } else if (event.key === "Backspace" && text === "" && props.onErase !== undefined) {
      event.preventDefault();
      writing.drop();
      props.onErase();
    }
  };

  return (
    <div
      className={cx(styles.field, styles[size], props.bar && styles.bar)}
      data-record={props.record}
      data-field={props.field}
    >
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
            <Marked text={text} marks={carried(marks, value, text)} />
          )}
          {"​"}
        </span>
        <textarea
          ref={box}
          id={id}
          rows={1}
          value={text}
          placeholder={props.question}
          readOnly={isReadOnly}
          autoFocus={props.autoFocus}
          aria-label={props.showLabel ? undefined : props.label}
          aria-describedby={findings.length === 0 ? props.describedBy : cx(props.describedBy, saysId)}
          data-unsaved={unsaved}
          data-own-undo
          spellCheck
          onChange={(event) => writing.write(plain(event.target.value, oneLine))}
          onFocus={() => {
            writing.enter();
            props.onFocusChange?.(true);
          }}
          onBlur={() => leave(writing, props)}
          onKeyDown={onKeyDown}
          onClick={(event) => {
            const key = findingAt(event.clientX, event.clientY);
            if (key !== null) show(key);
          }}
          {...resting}
        />
      </div>
      {findings.length === 0 ? null : (
        <p id={saysId} className="hidden-words">
          {findings.map(({ message }) => tCoach("says", { message })).join(" ")}
        </p>
      )}
    </div>
  );
}

/** A pointer that rests on marked words opens their card where the pane is open. */
function useResting(point: (key: string) => void) {
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  return {
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      clearTimeout(pause.current);
      pause.current = setTimeout(() => {
        const key = findingAt(clientX, clientY);
        if (key !== null) point(key);
      }, REST);
    },
    onPointerLeave: () => clearTimeout(pause.current),
  };
}

function plain(typed: string, oneLine: boolean): string {
  return oneLine ? typed.replaceAll(/[\r\n]+/g, " ") : typed;
}

function leave(writing: WritingHere, props: Pick<FieldProps, "onFocusChange">): void {
  writing.leave();
  props.onFocusChange?.(false);
}

/** Undo and redo, by their keys. */
function historyKey(event: KeyboardEvent): "back" | "again" | null {
  switch (chordOf(event.nativeEvent)) {
    case "Mod+Z":
      return "back";
    case "Mod+Shift+Z":
    case "Mod+Y":
      return "again";
    default:
      return null;
  }
}
