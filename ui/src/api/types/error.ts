/** What can go wrong. */

/** The closed set of codes an error crosses with. */
export type Code =
  | "bad_document"
  | "bad_table"
  | "too_many_rejected"
  | "bad_rule"
  | "not_found"
  | "file_missing"
  | "file_empty"
  | "file_foreign"
  | "file_damaged"
  | "file_newer"
  | "file_exists"
  | "read_only"
  | "held"
  | "locked"
  | "disk_full"
  | "nothing_to_undo"
  | "nothing_to_redo"
  | "no_workbook"
  | "wrong_state"
  | "cancelled"
  | "io"
  | "unexpected";
