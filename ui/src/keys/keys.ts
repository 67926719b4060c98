/**
 * Commands, registered once each: the registration gives the hotkey. A chord is written "Mod+Z" or "Mod+Shift+Z" (Mod is Ctrl, or Command
 * on a Mac); two letters in a row are written "G V" and work outside text fields only.
 */
import { useEffect } from "react";

export interface Command {
  id: string;
  /** As it reads in a menu or a tooltip. */
  name: string;
  keys?: string;
  /** Off: the key does nothing. */
  enabled?: boolean;
  run: () => void;
}

let commands: readonly Command[] = [];
/** Registers a command; the answer takes it back. A later one with the same id stands in front. */
export function register(command: Command): () => void {
  commands = [command, ...commands];
  return () => {
    commands = commands.filter((other) => other !== command);
  };
}

/** Registers commands while the calling part is on screen. */
export function useCommands(list: readonly Command[]): void {
  useEffect(() => {
    const release = list.map(register);
    return () => {
      for (const free of release) free();
    };
  }, [list]);
}

const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");

/** A chord as people read it: Ctrl Z, ⌘ Z. */
export function readable(keys: string): string {
  return keys
    .replace("Mod", isMac ? "⌘" : "Ctrl")
    .replaceAll("+", " ");
}

function chordOf(event: KeyboardEvent): string {
  const parts: string[] = [];
  if (isMac ? event.metaKey : event.ctrlKey) parts.push("Mod");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey) parts.push("Shift");
  parts.push(event.key.length === 1 ? event.key.toUpperCase() : event.key);
  return parts.join("+");
}

function inText(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

/** Text being typed keeps its own undo until it is saved; then the workbook's undo has the key. */
function belongsToText(chord: string, target: EventTarget | null): boolean {
  if (!inText(target)) return false;
  const isHistory = chord === "Mod+Z" || chord === "Mod+Shift+Z" || chord === "Mod+Y";
  if (isHistory) return !target.matches('[data-unsaved="false"]');
  return !chord.startsWith("Mod+");
}

/** Listens on a window; the answer stops it. */
export function listen(to: Window): () => void {
  let first: { key: string; at: number } | null = null;
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    if (belongsToText(chord, event.target)) return;
    const sequence = first !== null && event.timeStamp - first.at < 1000 ? `${first.key} ${chord}` : "";
    const command =
      commands.find((it) => it.keys === sequence) ?? commands.find((it) => it.keys === chord);
    first = /^[A-Z]$/.test(chord) ? { key: chord, at: event.timeStamp } : null;
    if (command === undefined) return;
    event.preventDefault();
    first = null;
    if (command.enabled !== false) command.run();
  };
  to.addEventListener("keydown", onKey);
  return () => to.removeEventListener("keydown", onKey);
}
