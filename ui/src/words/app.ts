import { phrases } from "./catalogue";

/** The frame around every place. */
export const t = phrases("app", {
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
  goTo: (p: { place: string }) => `Go to ${p.place}`,
  dataAsOf: "Data",
  saved: "All changes saved",
  saving: "Saving",
  notSaved: "Not everything is saved",
  sendAgain: "Send again",
  newSegment: "New segment",
  unnamedSegment: "Unnamed segment",
  noSegment: "No segment yet",
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
