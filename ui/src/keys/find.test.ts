import { expect, test } from "vitest";

import { find } from "./find";
import { choices, type Row } from "./rows";

const rows = [
  { name: "Go to the segment", about: "HR teams" },
  { name: "Go to the statement", about: "HR teams" },
  { name: "Keep a version of the statement" },
  { name: "Close this workbook" },
  { name: "Settings", also: "theme dark light paper" },
  { name: "Café guests" },
];
const names = (words: string) => find(rows, words).map((row) => row.name);

test("every word has to be found, in any order", () => {
  expect(names("statement go")).toEqual(["Go to the statement"]);
  expect(names("statement")).toEqual(["Go to the statement", "Keep a version of the statement"]);
  expect(names("statement nothing")).toEqual([]);
});

test("what it is about, and words beside its name, are found too", () => {
  expect(names("hr")).toEqual(["Go to the segment", "Go to the statement"]);
  expect(names("dark")).toEqual(["Settings"]);
});

test("accents and capitals do not matter, and a sketch of a word is enough", () => {
  expect(names("CAFE")).toEqual(["Café guests"]);
  expect(names("wkbk")).toEqual(["Close this workbook"]);
});

test("the start of a word counts for more than its middle", () => {
  const two = [{ name: "Reopen" }, { name: "Open" }];
  expect(find(two, "open")[0]?.name).toBe("Open");
});

test("signs alone find nothing, and no words find all", () => {
  expect(names("…")).toEqual([]);
  expect(names("  ")).toHaveLength(rows.length);
});

test("what was chosen lately stands first among what fits as well", () => {
  const all: Row[] = ["Go to the value", "Go to the journey", "Undo"].map((name) => ({
    id: name,
    name,
    run: () => {},
  }));
  const lately = ["Undo", "Go to the journey"];
  expect(choices(all, "", lately).map((it) => it.id)).toEqual([...lately, "Go to the value"]);
  expect(choices(all, "go", lately)[0]?.id).toBe("Go to the journey");
});

test("a long list shows its first fifty rows", () => {
  const all: Row[] = Array.from({ length: 200 }, (_, n) => ({ id: `${n}`, name: `Row ${n}`, run: () => {} }));
  expect(choices(all, "", [])).toHaveLength(50);
});
