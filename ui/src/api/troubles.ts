/** Problems that no place shows itself: they stand in the frame until someone has read them. */
import { useSyncExternalStore } from "react";

import type { HostError } from "../host/host";
import { leftAfter } from "./refused";
import type { Patch } from "./types";

export interface Troubles {
  /** The line in the frame; null when there is none or it was put away. */
  line: { error: HostError; unsaved: boolean } | null;
  /** What a person wrote that is not in the workbook, in the order in which it was refused. */
  refused: readonly Patch[];
}

const none: Troubles = { line: null, refused: [] };
let current = none;
const listeners = new Set<() => void>();
const toldOfRefusals = new Set<() => void>();

function change(next: Troubles): void {
  current = next;
  for (const listener of listeners) listener();
}

export function report(error: HostError): void {
  change({ ...current, line: { error, unsaved: false } });
}

/** An edit did not arrive: it is kept, in place of what was refused of the same fields before. */
export function refuse(error: HostError, patch: Patch): void {
  const refused = [...leftAfter(current.refused, patch), patch];
  change({ line: { error, unsaved: true }, refused });
  for (const tell of toldOfRefusals) tell();
}

/** Puts the line away; what is not saved stays counted. */
export function dismiss(): void {
  change({ ...current, line: null });
}

/** An edit arrived. The line about refused ones goes when none of them is left. */
export function settled(patch: Patch): void {
  if (current.refused.length === 0) return;
  const refused = leftAfter(current.refused, patch);
  const isOver = refused.length === 0 && current.line?.unsaved === true;
  change({ line: isOver ? null : current.line, refused });
}

/** Another workbook is open, or none: the refused words belong to neither. */
export function forgetRefused(): void {
  change(none);
}

/** Calls when an edit was refused, so that whoever sent one knows that it did not arrive. */
export function onRefused(tell: () => void): () => void {
  toldOfRefusals.add(tell);
  return () => toldOfRefusals.delete(tell);
}

export function useTroubles(): Troubles {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
