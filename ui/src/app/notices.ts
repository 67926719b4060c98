/** What the host tells without having been asked, handed to whichever part of the window minds it. */
import { useEffect, useEffectEvent } from "react";

import { useHost } from "../host/context";
import type { Notice } from "../api/types";

type Listener = (notice: Notice) => void;

const listeners = new Set<Listener>();

/** Listens to the host; once in a window. */
export function useHostNotices(): void {
  const host = useHost();
  useEffect(() => {
    const tell = (notice: Notice) => {
      for (const listener of listeners) listener(notice);
    };
    host.listen(tell).catch(() => {
      // Without it the window works; only menus and drops from outside do not reach it.
    });
  }, [host]);
}

/** Hears every notice while the calling part is on screen. */
export function useNotices(hear: Listener): void {
  const newest = useEffectEvent(hear);
  useEffect(() => {
    const listener = (notice: Notice) => newest(notice);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
}
