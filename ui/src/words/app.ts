import type { Link } from "../api/types";
import { phrases } from "./catalogue";

/** The frame around every place. */
export const t = phrases("app", {
  search: "Search",
  undo: "Undo",
  redo: "Redo",
  undoThat: (p: { what: string }) => `Undo: ${p.what}`,
  redoThat: (p: { what: string }) => `Redo: ${p.what}`,
  nothingToUndo: "Nothing to undo",
  nothingToRedo: "Nothing to redo",
  newBook: "New workbook…",
  openBook: "Open a workbook…",
  closeBook: "Close this workbook",
  readOnly: "Read only: nothing is saved",
  bringTable: "Bring in a table…",
  bringTableAlso: "import CSV customers data",
  goTo: (p: { place: string }) => `Go to ${p.place}`,
  dataAsOf: "Data",
  saved: "All changes saved",
  saving: "Saving",
  notSaved: "Not everything is saved",
  sendAgain: "Send again",
  newSegment: "New segment",
  unnamedSegment: "Unnamed segment",
  noSegment: "No segment yet",
  allSegments: "All segments",
  workedOn: (p: { n: number; aside: number }) =>
    p.aside === 0 ? `${p.n} worked on` : `${p.n} worked on, ${p.aside} set aside`,
  noSegmentHint: "Press to add the first",
  segments: "Segments",
  unnamedOffering: "Unnamed offering",
  segmentNote: (p: { role: string; n: string; unit: string; share: string }) =>
    `${p.role} · ${p.n} ${p.unit}, ${p.share}`,
  roleOnly: (p: { role: string; what: string }) => `${p.role} · ${p.what}`,
  described: "described",
  notMeasured: "not measured",
  reportFilter: "Report filter",
  crashTitle: "This place stopped working",
  crashAdvice:
    "Nothing was lost: what you see saved is in the file. Go on elsewhere, or load the place again.",
  opening: "Opening",
  retry: "Try again",
  again: "Load again",
  dismiss: "Close",
  needsSegmentTitle: "No segment yet",
  needsSegment:
    "The chain starts with a group that decides differently. Add one, and the links after it open.",
});

/** The links as somebody says where they want to go. */
export const goToLink: Readonly<Record<Link, string>> = {
  decision: "Go to the decision",
  segment: "Go to the segment",
  value: "Go to the value",
  positioning: "Go to the statement",
  journey: "Go to the journey",
  results: "Go to the results",
};
