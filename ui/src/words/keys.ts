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
  segment: "segment",
});

export const menus: Readonly<Record<MenuName, string>> = {
  file: "File",
  edit: "Edit",
  view: "View",
  go: "Go",
  help: "Help",
};
