import type { MenuName } from "../keys/keys";
import { phrases } from "./catalogue";

/** The palette, the list of keys and the names of the menus. */
export const t = phrases("keys", {
  palette: "Find a command or a record…",
  words: "Command or record",
  placeholder: "Type what to do, or what to find",
  results: "Results",
  none: (p: { words: string }) => `Nothing holds “${p.words.trim()}”. Try fewer words.`,
  count: (p: { n: number }) => (p.n === 1 ? "1 result" : `${p.n} results`),
  keys: "Keys",
  keysAlso: "keyboard shortcuts hotkeys help",
  close: "Close",
  moveUp: "Move up",
  moveDown: "Move down",
  moveAlso: "order reorder sort record line",
  moved: (p: { to: number; of: number }) => `Moved to place ${p.to} of ${p.of}`,
  isFirst: "It is the first already",
  isLast: "It is the last already",
  segment: "segment",
});

export const menus: Readonly<Record<MenuName, string>> = {
  file: "File",
  edit: "Edit",
  view: "View",
  go: "Go",
  help: "Help",
};
