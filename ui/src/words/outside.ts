import { phrases } from "./catalogue";

/** What comes from outside the page: files over the window, the system's menus. */
export const t = phrases("outside", {
  table: "Drop the table to bring it in",
  workbook: "Drop the workbook to open it",
  neither: "Only a table or a workbook can be dropped here",
  menuBar: "Menu bar",
  larger: "Larger",
  smaller: "Smaller",
  actualSize: "Actual size",
  zoomAlso: "zoom text size bigger",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  selectAll: "Select all",
});
