/**
 * The one table from the host's error codes to how the window shows them. The host's message says
 * what happened and its fix what to do; the table says how loud that is and which way out to offer.
 */
import type { HostError } from "../host/host";
import { t } from "../words/errors";
import type { Code } from "./types";

/** How a problem looks: the person can put it right, the workbook forbids it, or it is our fault. */
export type Severity = "input" | "state" | "machine" | "bug";

/** What the window itself can offer. */
export type Way = "none" | "retry" | "open_other" | "open_to_read";

interface Entry {
  severity: Severity;
  way: Way;
}

const table: Readonly<Record<Code, Entry>> = {
  bad_document: { severity: "input", way: "none" },
  bad_table: { severity: "input", way: "none" },
  too_many_rejected: { severity: "input", way: "none" },
  bad_rule: { severity: "input", way: "none" },
  not_found: { severity: "input", way: "none" },
  file_missing: { severity: "input", way: "open_other" },
  file_empty: { severity: "input", way: "open_other" },
  file_foreign: { severity: "input", way: "open_other" },
  file_damaged: { severity: "input", way: "open_other" },
  file_newer: { severity: "state", way: "open_other" },
  file_exists: { severity: "input", way: "retry" },
  read_only: { severity: "machine", way: "none" },
  held: { severity: "state", way: "open_to_read" },
  locked: { severity: "machine", way: "retry" },
  disk_full: { severity: "machine", way: "retry" },
  nothing_to_undo: { severity: "state", way: "none" },
  nothing_to_redo: { severity: "state", way: "none" },
  no_workbook: { severity: "state", way: "open_other" },
  wrong_state: { severity: "state", way: "none" },
  cancelled: { severity: "state", way: "none" },
  io: { severity: "machine", way: "retry" },
  unexpected: { severity: "bug", way: "none" },
};

function isCode(code: string): code is Code {
  return Object.hasOwn(table, code);
}

export interface Shown extends Entry {
  title: string;
  /** What to do; the fallback of its severity when the host gave none. */
  advice: string;
}

/** How a problem is shown. A code the table does not know is shown as our fault, never hidden. */
export function shown(error: HostError): Shown {
  const entry = isCode(error.code) ? table[error.code] : table.unexpected;
  return { ...entry, title: error.message, advice: error.fix || t(entry.severity) };
}
