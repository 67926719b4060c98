/**
 * Typing, between a field and the history. All saves of one burst of typing carry its name, and the
 * workbook makes one entry of them. Before anything else is done, words that stand in a field and
 * are not saved yet are saved.
 */

/** The burst whose words are being sent right now. */
let sending: string | null = null;

/** Sends words of a burst: every edit that `send` makes belongs to it. */
export function sendTyped(burst: string | null, send: () => void): void {
  const before = sending;
  sending = burst;
  try {
    send();
  } finally {
    sending = before;
  }
}

/** The burst that an edit made now belongs to; null for whatever is not typed. */
export function burstNow(): string | null {
  return sending;
}

const fields = new Set<() => void>();

/** A field in which someone writes says how to save its words; the answer takes that back. */
export function holdsTyping(save: () => void): () => void {
  fields.add(save);
  return () => fields.delete(save);
}

/** Saves what is being typed. */
export function saveTyping(): void {
  for (const save of fields) save();
}
