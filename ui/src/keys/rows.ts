/** The rows of the palette: commands and what was found, in the order in which they are wanted. */
import type { LucideIcon } from "lucide-react";

import type { Span } from "../api/types";
import { find, type Findable } from "./find";
import { type Command, keysOf, type MenuName } from "./keys";

/** Something to choose in the palette. */
export interface Row extends Findable {
  id: string;
  icon?: LucideIcon | undefined;
  /** Its key, as it is written. */
  keys?: string | undefined;
  /** Grey, at the right: what kind of thing it is. */
  note?: string | undefined;
  /** What of its name was searched for, in Unicode scalar values. */
  marks?: readonly Span[];
  run: () => void;
}

/** No more rows than this are shown; who looks for another one types on. */
const MOST = 50;

/** Ways to go come first, then what is done with the place in view. */
const order: readonly MenuName[] = ["go", "edit", "view", "file", "help"];

function rank(command: Command): number {
  return command.menu === undefined ? order.length : order.indexOf(command.menu.in);
}

export function rowsOf(commands: readonly Command[]): readonly Row[] {
  return commands
    .filter((command) => command.enabled !== false)
    .toSorted((a, b) => rank(a) - rank(b) || (a.menu?.group ?? 0) - (b.menu?.group ?? 0))
    .map((command) => ({ ...command, keys: keysOf(command)[0] }));
}

/** What stands in the palette for some words: chosen lately first, as long as they fit the words. */
export function choices(
  rows: readonly Row[],
  words: string,
  recent: readonly string[],
): readonly Row[] {
  const age = (row: Row) => {
    const at = recent.indexOf(row.id);
    return at < 0 ? recent.length : at;
  };
  const found = find(rows.toSorted((a, b) => age(a) - age(b)), words);
  return found.slice(0, MOST);
}
