import { expect, test } from "vitest";

import { datasetId } from "./Preview";

test("a dataset's id is its name in lower case, words joined by hyphens", () => {
  expect(datasetId("HR teams, 200–1,000 people", "x")).toBe("hr-teams-200-1-000-people");
  expect(datasetId(" Orders 2026! ", "x")).toBe("orders-2026");
});

test("an id is cut at 48 characters and does not end in a hyphen", () => {
  expect(datasetId("a".repeat(60), "x")).toBe("a".repeat(48));
  expect(datasetId(`-${"a".repeat(47)} b`, "x")).toBe("a".repeat(47));
});

test("without a name the file names the dataset, and without letters it is the table", () => {
  expect(datasetId("  ", "Customers 3")).toBe("customers-3");
  expect(datasetId("客户", "customers")).toBe("table");
});
