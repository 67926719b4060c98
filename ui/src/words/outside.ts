import { phrases } from "./catalogue";

/** What comes from outside the page: files over the window, the system's menus. */
export const t = phrases("outside", {
  table: "Drop the table to bring it in",
  workbook: "Drop the workbook to open it",
  neither: "Only a table or a workbook can be dropped here",
  menuBar: "Menu bar",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  selectAll: "Select all",
});
