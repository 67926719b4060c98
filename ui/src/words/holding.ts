import { phrases } from "./catalogue";

const where = (p: { machine: string; since: string }) =>
  `${p.machine === "" ? "" : ` on ${p.machine}`}${p.since === "" ? "" : ` since ${p.since}`}`;

/** Who else has the workbook, and where it lies. */
export const t = phrases("holding", {
  somebody: "Somebody",
  window: (p: { name: string; machine: string; since: string }) =>
    `${p.name} edits this workbook in another window${where(p)}.`,
  command: (p: { name: string; machine: string; since: string }) =>
    `${p.name} runs a command that writes to this workbook${where(p)}.`,
  onlyRead: "You see every change; you can edit it when the other window closes it.",
  free: "The other window has closed this workbook.",
  freeAdvice: "It is read only here until you take it.",
  locked: "This file or its folder may not be written.",
  lockedAdvice: "You can look at everything; nothing is saved here.",
  edit: "Edit now",
  again: "Try again",
  openToRead: "Open to read",
  synced: (p: { by: string }) => `This workbook lies in a folder that ${p.by} copies to other computers.`,
  syncedAdvice:
    "Work on it from one computer at a time, and let the copying finish before you change computers.",
  network: "This workbook lies on a network drive.",
  networkAdvice:
    "Work on it from one computer at a time: locks do not always reach from one to the other.",
  elsewhere: (p: { name: string; machine: string }) =>
    `${p.name} seems to have this workbook open on ${p.machine} as well.`,
  read: "Understood",
});
