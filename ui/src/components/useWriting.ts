/** Joins a text that is being written to the host: when it is sent, and under which burst. */
import { useEffect, useRef, useState } from "react";

import { onRefused } from "../api/troubles";
import { holdsTyping, sendTyped } from "../api/typing";
import {
  again,
  back,
  caretAfter,
  isUnsaved,
  left,
  refused,
  reverted,
  seen,
  sentOff,
  textOf,
  typed,
  type Writing,
  writingOf,
} from "./writing";

/** The pause after which text saves itself, in milliseconds. */
export const SAVE_PAUSE = 400;

/** The longest that typed words stand unsaved while someone goes on typing. */
export const SAVE_LATEST = 1_000;

export interface Written {
  value: string;
  onSave: (text: string) => void;
  /** A value such as a date is sent after a pause only: half of one would be another. */
  whole?: boolean | undefined;
}

export interface WritingHere {
  text: string;
  unsaved: boolean;
  write: (text: string) => void;
  /** Sends what is not sent yet. */
  save: () => void;
  enter: () => void;
  leave: () => void;
  /** Goes a step through what was typed here; says where the caret then stands, null for no step. */
  step: (where: keyof typeof steps) => number | null;
  /** The record is being removed: nothing more is sent of it. */
  drop: () => void;
}

const steps = { back, again, revert: reverted };

/** What lives as long as the field and is no part of what it shows. */
interface Desk {
  writing: Writing;
  onSave: (text: string) => void;
  pause?: ReturnType<typeof setTimeout> | undefined;
  late?: ReturnType<typeof setTimeout> | undefined;
  /** An erased record must not come back with the field's last, empty words. */
  dropped: boolean;
  release?: (() => void) | undefined;
}

export function useWriting({ value, onSave, whole = false }: Written): WritingHere {
  const [now, setNow] = useState(() => writingOf(value));
  const shown = now.known === value ? now : seen(now, value);
  if (shown !== now) setNow(shown);
  const desk = useRef<Desk>({ writing: shown, onSave, dropped: false });
  useEffect(() => {
    desk.current.writing = shown;
    desk.current.onSave = onSave;
  });

  // A field that leaves the screen takes its last words with it into the workbook.
  useEffect(() => {
    const its = desk.current;
    return () => {
      rest(its);
      its.release?.();
      if (!its.dropped && isUnsaved(its.writing)) send(its);
    };
  }, []);

  // Words that were refused are words still to save: leaving the field tries again.
  useEffect(
    () =>
      onRefused(() => {
        desk.current.writing = refused(desk.current.writing);
        setNow(refused);
      }),
    [],
  );

  const change = (next: Writing) => {
    desk.current.writing = next;
    setNow(next);
  };
  const save = () => {
    const its = desk.current;
    rest(its);
    if (its.dropped || !isUnsaved(its.writing)) return;
    change(sentOff(its.writing));
    send(its);
  };
  const saveSoon = () => {
    const its = desk.current;
    clearTimeout(its.pause);
    its.pause = setTimeout(save, SAVE_PAUSE);
    if (!whole) its.late ??= setTimeout(save, SAVE_LATEST);
  };
  return {
    text: textOf(shown),
    unsaved: isUnsaved(shown),
    write: (text) => {
      change(typed(desk.current.writing, text, performance.now()));
      saveSoon();
    },
    save,
    enter: () => {
      const its = desk.current;
      its.dropped = false;
      its.release?.();
      its.release = holdsTyping(save);
    },
    leave: () => {
      save();
      desk.current.release?.();
      change(left(desk.current.writing));
    },
    step: (where) => {
      const before = desk.current.writing;
      const next = steps[where](before, performance.now());
      if (next === null) return null;
      change(next);
      saveSoon();
      return caretAfter(textOf(before), textOf(next));
    },
    drop: () => {
      rest(desk.current);
      desk.current.dropped = true;
    },
  };
}

function rest(its: Desk): void {
  clearTimeout(its.pause);
  clearTimeout(its.late);
  its.late = undefined;
}

function send({ writing, onSave }: Desk): void {
  sendTyped(writing.burst, () => onSave(textOf(writing)));
}
