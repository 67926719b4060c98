/** Problems that no place shows itself: they stand in the frame until someone has read them. */
import { useSyncExternalStore } from "react";

import type { HostError } from "../host/host";

export interface Trouble {
  error: HostError;
  /** Something that a person wrote is on the screen and not in the workbook. */
  unsaved: boolean;
}

let current: Trouble | null = null;
const listeners = new Set<() => void>();

function change(next: Trouble | null): void {
  current = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function report(trouble: Trouble): void {
  change(trouble);
}

export function dismiss(): void {
  change(null);
}

/** A change arrived: a line about an earlier one that did not goes. */
export function settled(): void {
  if (current?.unsaved) change(null);
}

/** Calls when a change was refused, so that whoever sent one knows that it did not arrive. */
export function onUnsaved(tell: () => void): () => void {
  return listen(() => {
    if (current?.unsaved) tell();
  });
}

export function useTrouble(): Trouble | null {
  return useSyncExternalStore(listen, () => current);
}
