/**
 * An empty row after the last record of a list, ready to be written in. It has an id from the
 * start, so that the row keeps its focus when its first saved words make it a record.
 */
import { useState } from "react";

import { newId } from "./ids";

export interface Trailing {
  /** Rows that are no records yet: those on their way to the host, then the empty one. */
  ids: readonly string[];
  /** Call when a row is saved: the next empty one stands ready. */
  saved: (id: string) => void;
}

export function useTrailing(prefix: string, records: readonly { id: string }[]): Trailing {
  const [slots, setSlots] = useState<readonly string[]>(() => [newId(prefix)]);
  return {
    ids: slots.filter((id) => records.every((record) => record.id !== id)),
    saved: (id) =>
      setSlots((now) => (now.at(-1) === id ? [...now, newId(prefix)] : now)),
  };
}
