/** What is around the workbook: preferences, recent files, other windows, menus. */
import type { Code } from "./error";
import type { LinkState } from "./link";

/** What went wrong, where an answer carries it beside something else. */
export interface Problem {
  code: Code;
  message: string;
  fix: string;
}

export type Theme = "system" | "light" | "dark";
export type Motion = "system" | "reduced";
export type Paper = "a4" | "letter";

/** What a person chose once and for all. */
export interface Preferences {
  theme: Theme;
  /** Empty for the computer's own name of the person. */
  author: string;
  paper: Paper;
  motion: Motion;
}

export interface PreferencesRead {
  settings: Preferences;
  usual_author: string;
  /** Why the usual holds for some of them. */
  trouble: Problem | null;
}

/** A workbook that was opened lately; its path stays with the host. */
export interface Recent {
  id: string;
  name: string;
  file_name: string;
  folder: string;
  /** An ISO moment in UTC. */
  opened_at: string;
  /** The six links of its primary segment as they stood; none while it had no segment. */
  links: LinkState[];
  missing: boolean;
}

/** Somebody who has a workbook open for writing. */
export interface Holding {
  /** Whether it is a window; else a command, which ends by itself. */
  window: boolean;
  name: string;
  /** Empty for this computer. */
  machine: string;
  /** An ISO moment in UTC; empty when it is not known. */
  since: string;
}

/** What an open workbook looks like from beside it. */
export interface Glance {
  /** Grows with every change, whoever makes it. */
  revision: number;
  held: Holding | null;
  writable: boolean;
}

/** Where a workbook lies, when that asks for care. */
export interface FilePlace {
  synced_by: string | null;
  elsewhere: Holding | null;
}

/** What a file held over the window can become. */
export type Dropped = "workbook" | "table" | "neither";

/** What the host tells without having been asked. */
export type Notice =
  | { kind: "menu"; id: string }
  | { kind: "over"; what: Dropped }
  | { kind: "away" }
  | { kind: "table"; name: string }
  | { kind: "opened" }
  | { kind: "refused"; error: Problem };

/** The menus as the system shows them. */
export interface MenuBar {
  menus: { id: string; name: string; entries: NativeEntry[] }[];
  clipboard: { cut: string; copy: string; paste: string; select_all: string };
}

export interface NativeEntry {
  id: string;
  name: string;
  /** As a command writes its key; empty when it has none. */
  keys: string;
  enabled: boolean;
  /** A line before it. */
  apart: boolean;
}

export interface RecentList {
  books: Recent[];
  trouble: Problem | null;
}
