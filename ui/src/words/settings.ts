import type { Motion, Paper, Theme } from "../api/types";
import { phrases } from "./catalogue";

/** What a person chooses once and for all. */
export const t = phrases("settings", {
  name: "Settings",
  command: "Settings…",
  also: "preferences theme dark light colours paper author name motion",
  theme: "Colours",
  motion: "Movement",
  paper: "Paper of briefs",
  author: "Your name",
  authorNote: "It stands in the history and on briefs.",
  nobody: "Nobody yet",
  close: "Close",
});

export const themes: readonly { id: Theme; name: string }[] = [
  { id: "system", name: "As the system" },
  { id: "light", name: "Light" },
  { id: "dark", name: "Dark" },
];

export const motions: readonly { id: Motion; name: string }[] = [
  { id: "system", name: "As the system" },
  { id: "reduced", name: "None" },
];

export const papers: readonly { id: Paper; name: string }[] = [
  { id: "a4", name: "A4" },
  { id: "letter", name: "Letter" },
];
