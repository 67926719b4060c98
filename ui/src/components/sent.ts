/**
 * A list that is sent whole: the next one is built from the last one sent, not from what the host
 * has answered so far, so that quick changes do not overwrite each other while it is slow.
 */
import { useEffect, useRef, useState } from "react";

export interface Sent<T> {
  /** The list as it will be when everything sent has arrived. */
  now: readonly T[];
  /** Sends the list that follows from the last one. */
  change: (next: (now: readonly T[]) => T[]) => void;
}

interface Waiting<T> {
  /** What was last seen from outside. */
  known: string;
  /** What was sent and has not come back yet, oldest first. */
  sent: readonly { mark: string; list: readonly T[] }[];
}

export function useSent<T>(value: readonly T[], onChange: (list: T[]) => void): Sent<T> {
  const outside = JSON.stringify(value);
  const [waiting, setWaiting] = useState<Waiting<T>>({ known: outside, sent: [] });
  // Our own list coming back takes its place; any other change (undo) shows itself.
  if (outside !== waiting.known) {
    const at = waiting.sent.findIndex((it) => it.mark === outside);
    setWaiting({ known: outside, sent: at >= 0 ? waiting.sent.slice(at + 1) : [] });
  }
  const now = waiting.sent.at(-1)?.list ?? value;
  // Two changes in one event follow each other before anything is drawn again.
  const last = useRef(now);
  useEffect(() => {
    last.current = now;
  });
  const change = (next: (now: readonly T[]) => T[]) => {
    const list = next(last.current);
    last.current = list;
    const mark = JSON.stringify(list);
    setWaiting((it) => ({ ...it, sent: [...it.sent, { mark, list }] }));
    onChange(list);
  };
  return { now, change };
}
