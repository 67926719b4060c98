/** A short list of sentences, each written in place; an empty line at the end takes the next. */
import { useRef, useState } from "react";

import { saveTyping } from "../api/typing";
import { useMover } from "../keys/moving";
import { Field } from "./Field";
import styles from "./Lines.module.css";
import { useSent } from "./sent";

export interface LinesProps {
  label: string;
  question: string;
  /** The record that the list belongs to, by its id. */
  record?: string;
  /** The list's name in the chain document; its lines are numbered from 0 after a dot. */
  field?: string;
  values: readonly string[];
  /** The whole list; emptied lines are gone from it. */
  onChange: (values: string[]) => void;
}

export function Lines({ label, question, record, field, values, onChange }: LinesProps) {
  const { now, change } = useSent(values, onChange);
  const list = useRef<HTMLUListElement>(null);
  const [awaited, setAwaited] = useState<number | null>(null);
  // Enter goes on to the next line; one that is not there yet takes the focus when it appears.
  const goOn = (at: number) => {
    const next = list.current?.querySelectorAll("textarea")[at + 1];
    if (next === undefined) setAwaited(at + 1);
    else next.focus();
  };
  useMover(() => list.current, (from, way) => {
    const fields = [...(list.current?.querySelectorAll("textarea") ?? [])];
    const at = fields.findIndex((it) => it === from);
    const to = at + way;
    if (now[at] === undefined || now[to] === undefined) return false;
    saveTyping();
    change((lines) => {
      const next = [...lines];
      [next[at], next[to]] = [lines[to] ?? "", lines[at] ?? ""];
      return next;
    });
    fields[to]?.focus();
    return true;
  });
  const save = (at: number, text: string) =>
    change((lines) => {
      const next = [...lines];
      next[at] = text.trim();
      return next.filter((line) => line !== "");
    });
  return (
    <ul ref={list} className={styles.lines} aria-label={label} data-field={field}>
      {numbered([...now, ""]).map(({ at, value }) => (
        <li key={at}>
          <Field
            label={`${label} ${at + 1}`}
            question={question}
            {...(field === undefined ? {} : { field: `${field}.${at}` })}
            {...(record === undefined ? {} : { record })}
            size="control"
            oneLine
            value={value}
            autoFocus={awaited === at}
            onSave={(text) => save(at, text)}
            onEnter={() => goOn(at)}
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
