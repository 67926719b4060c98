/**
 * How keys are written and read. A chord is written "Mod+Z" or "Mod+Shift+Z" (Mod is Ctrl, or
 * Command on a Mac); two letters in a row are written "G V". Letters are those of the keyboard's
 * Latin face, so that a Cyrillic or Greek layout reaches the same commands.
 */

export const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");

/** A chord as people read it: Ctrl Z, ⌘ Z. */
export function readable(keys: string): string {
  const read = keys
    .replace("Mod", isMac ? "⌘" : "Ctrl")
    .replace("ArrowUp", "↑")
    .replace("ArrowDown", "↓")
    .replaceAll("+", " ");
  return isMac ? read.replace("Shift", "⇧").replace("Alt", "⌥") : read;
}

/** The chord that was pressed. */
export function chordOf(event: KeyboardEvent): string {
  const key = keyOf(event);
  const parts: string[] = [];
  if (isMac ? event.metaKey : event.ctrlKey) parts.push("Mod");
  if (event.altKey) parts.push("Alt");
  // A sign such as "?" needs Shift on one keyboard and not on another; a letter says it itself.
  if (event.shiftKey && (key.length > 1 || isLetter(key))) parts.push("Shift");
  parts.push(key);
  return parts.join("+");
}

function keyOf(event: KeyboardEvent): string {
  if (event.key.length > 1) return event.key;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter !== undefined && event.key > "\u007F") return letter;
  return event.key.toUpperCase();
}

function isLetter(key: string): boolean {
  return key.toLowerCase() !== key.toUpperCase();
}

/** Whether a chord writes nothing, so that it may stand for a command while someone writes. */
export function isSilent(chord: string): boolean {
  return chord.startsWith("Mod+") || /^((Alt\+|Shift\+)?F\d+|Alt\+Arrow(Up|Down))$/.test(chord);
}
