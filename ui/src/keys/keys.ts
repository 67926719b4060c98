/**
 * Commands, registered once each. The registration gives the hotkey, the row in the palette, the
 * line in the list of keys and the entry in the menus; there is no second list anywhere.
 */
import type { LucideIcon } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";

import { chordOf, isSilent } from "./chord";

export { readable } from "./chord";

/** The menus, in the order of the menu bar. */
export const menuNames = ["file", "edit", "view", "go", "help"] as const;
export type MenuName = (typeof menuNames)[number];

export interface Command {
  id: string;
  /** As it reads in a menu, a tooltip and the palette. */
  name: string;
  /** What it would be about now, after the name in the palette: a segment, the last change. */
  about?: string;
  /** Other words that people look for it by. */
  also?: string;
  /** Its key; where there are several, the first is the one that is shown. */
  keys?: string | readonly string[];
  /** Off: the key does nothing, the palette leaves it out, a menu shows it grey. */
  enabled?: boolean;
  icon?: LucideIcon;
  /** Where it stands in the menus: commands of one group stand together. */
  menu?: { in: MenuName; group: number };
  run: () => void;
}

/** The keys of a command, the shown one first. */
export function keysOf(command: Pick<Command, "keys">): readonly string[] {
  const { keys } = command;
  if (keys === undefined) return [];
  return typeof keys === "string" ? [keys] : keys;
}

/** Commands by the part of the window that registered them, the oldest part first. */
const parts = new Map<object, readonly Command[]>();
/** What may be run now: of two with one id, the later part's stands in front. */
let current: readonly Command[] = [];
/** The same, kept as it is while nothing that can be seen of it differs. */
let seen: readonly Command[] = [];
const listeners = new Set<() => void>();

function changed(): void {
  const byId = new Map<string, Command>();
  for (const command of [...parts.values()].toReversed().flat()) {
    if (!byId.has(command.id)) byId.set(command.id, command);
  }
  current = [...byId.values()];
  if (current.length === seen.length && current.every((it, at) => looksLike(it, seen[at]))) return;
  seen = current;
  for (const listener of listeners) listener();
}

function looksLike(a: Command, b: Command | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.name === b.name &&
    a.about === b.about &&
    a.enabled === b.enabled &&
    a.icon === b.icon &&
    a.menu?.in === b.menu?.in &&
    a.menu?.group === b.menu?.group &&
    keysOf(a).join() === keysOf(b).join()
  );
}

/** Registers a command; the answer takes it back. */
export function register(command: Command): () => void {
  const part = {};
  parts.set(part, [command]);
  changed();
  return () => {
    parts.delete(part);
    changed();
  };
}

/** Registers commands while the calling part is on screen. */
export function useCommands(list: readonly Command[]): void {
  const [part] = useState(() => ({}));
  useEffect(() => {
    parts.set(part, list);
    changed();
  }, [part, list]);
  useEffect(
    () => () => {
      parts.delete(part);
      changed();
    },
    [part],
  );
}

/** All commands there are now, for whoever shows them. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => seen,
  );
}

/** Runs a command as it stands now; one that is gone or off does nothing. */
export function run(id: string): void {
  const command = current.find((it) => it.id === id);
  if (command !== undefined && command.enabled !== false) command.run();
}

/** The command that a key stands for. */
function behind(keys: string): Command | undefined {
  return current.find((it) => keysOf(it).includes(keys));
}

/** An input that takes letters: a dot of a score or a thumb of a slider does not. */
const WRITTEN = "input:not([type=radio], [type=checkbox], [type=range])";

/** Whether somebody writes there. */
export function inText(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches(`textarea, select, ${WRITTEN}`))
  );
}

/** An open menu or list reads letters itself; a question is answered before anything else. */
function inPopup(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/**
 * A text that saves itself goes through its own steps first and leaves the key to the workbook when
 * none is left; any other keeps its own undo until it is saved.
 */
function belongsToText(chord: string, target: EventTarget | null): boolean {
  if (!inText(target)) return false;
  const isHistory = chord === "Mod+Z" || chord === "Mod+Shift+Z" || chord === "Mod+Y";
  if (isHistory) return !target.matches('[data-own-undo], [data-unsaved="false"]');
  return !isSilent(chord);
}

/** Listens on a window; the answer stops it. */
export function listen(to: Window): () => void {
  let first: { key: string; at: number } | null = null;
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || inPopup(event.target)) return;
    const chord = chordOf(event);
    if (belongsToText(chord, event.target)) return;
    const sequence = first !== null && event.timeStamp - first.at < 1000 ? `${first.key} ${chord}` : "";
    const command = behind(sequence) ?? behind(chord);
    first = /^[A-Z]$/.test(chord) ? { key: chord, at: event.timeStamp } : null;
    if (command === undefined) return;
    event.preventDefault();
    first = null;
    if (command.enabled !== false) command.run();
  };
  to.addEventListener("keydown", onKey);
  return () => to.removeEventListener("keydown", onKey);
}
