import { phrases } from "./catalogue";

/** What to do when the host named no fix. */
export const t = phrases("errors", {
  input: "Nothing was changed. Check what was given and try again.",
  state: "Nothing was changed.",
  machine: "Nothing was changed. Try again when the computer has recovered.",
  bug: "This is a fault in Throughline, not in your work. Everything you saw saved is in the file.",
});
