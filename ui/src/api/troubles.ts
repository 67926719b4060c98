/** Problems that no place shows itself: they stand in the frame until someone has read them. */
import { useSyncExternalStore } from "react";

import type { HostError } from "../host/host";

let current: HostError | null = null;
const listeners = new Set<() => void>();

function change(next: HostError | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export function report(error: HostError): void {
  change(error);
}

export function dismiss(): void {
  change(null);
}

export function useTrouble(): HostError | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
