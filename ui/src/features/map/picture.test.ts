import { expect, test } from "vitest";

import { pictureOf } from "../../components/copy/sheet";
import { makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";
import { columnsOf } from "./sparks";
import { mapSheet } from "./picture";
import { rowsOf } from "./rows";

async function taken() {
  const host = makeFakeHost(filled());
  const book = await host.book();
  if (book === null) throw new Error("no book");
  const columns = columnsOf(await host.mapResults([]));
  const { rows } = rowsOf(book);
  return { rows, sheet: mapSheet(null, book, rows, columns) };
}

test("the Map's picture shows each segment's line, with its states in words and shapes", async () => {
  const { rows, sheet } = await taken();
  const { svg } = pictureOf(sheet);
  const root = new DOMParser().parseFromString(svg, "application/xml").documentElement;
  expect(root.querySelector("title")?.textContent).toBe("Steadyline: map of the segments");
  expect(root.querySelectorAll("svg")).toHaveLength(rows.length);
  for (const [at, line] of [...root.querySelectorAll("svg")].entries()) {
    expect(line.querySelectorAll("path").length).toBeGreaterThanOrEqual(rows[at]?.links.length ?? 7);
  }
  const words = root.querySelector("desc")?.textContent ?? "";
  expect(words).toContain("Sound: decision, Draft: segment, value, positioning, journey, results");
  expect(words).toContain("Draft: segment, Missing: decision, The line ends here: not for us.");
});

test("it says who each segment is and what the marks of the results mean", async () => {
  const { sheet } = await taken();
  expect(sheet.heads[0]).toBe("Decision – Segment – Value – Positioning – Journey – Results");
  expect(sheet.rows[0]?.notes?.[0]).toMatch(/^Primary/);
  expect(sheet.foot).toMatch(/95 % interval/);
});

test("before anything is measured the line alone is the picture", async () => {
  const host = makeFakeHost({ ...filled(), imported: false });
  const book = await host.book();
  if (book === null) throw new Error("no book");
  const sheet = mapSheet(null, book, rowsOf(book).rows, []);
  expect([sheet.heads.length, sheet.foot]).toEqual([1, ""]);
  expect(pictureOf(sheet).width).toBeGreaterThan(300);
});
