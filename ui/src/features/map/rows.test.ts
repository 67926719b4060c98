import { expect, test } from "vitest";

import type { Book, LinkState, Role, Standing } from "../../api/types";
import { makeFakeHost } from "../../host/fake/fake";
import { applied, blankChain } from "../../host/fake/records";
import { isWorkedOn, rowsOf, talliesOf } from "./rows";

interface Plain {
  id: string;
  role?: Role;
  decision?: string;
  standing?: Standing;
}

async function bookOf(segments: Plain[], sound: string[] = []): Promise<Book> {
  const chain = applied(blankChain(), {
    decisions: [{ id: "budget", question: "Where does it go?" }],
    segments,
    confirmations: sound.map((link) => ({ link, on: "2026-11-12", only_wording: false, basis: "", rests: [] })),
  });
  const book = await makeFakeHost({ chain, imported: false }).book();
  if (book === null) throw new Error("the fake host holds a book");
  return book;
}

function counts(of: Readonly<Record<LinkState, number>>) {
  return [of.sound, of.draft, of.stale, of.missing];
}

test("the primary stands first, then those queued, then filters, then those not for us", async () => {
  const book = await bookOf([
    { id: "not-us", role: "not_for_us", decision: "budget" },
    { id: "filter" },
    { id: "second", decision: "budget" },
    { id: "first", role: "primary" },
    { id: "third", decision: "budget" },
  ]);
  const { rows } = rowsOf(book);
  expect(rows.map((row) => row.record.id)).toEqual(["first", "second", "third", "filter", "not-us"]);
  expect(rows.filter(isWorkedOn)).toHaveLength(3);
});

test("retired and invalidated segments are set aside, whatever their part was", async () => {
  const book = await bookOf([
    { id: "gone", role: "primary", standing: "invalidated" },
    { id: "old", decision: "budget", standing: "retired" },
    { id: "kept", decision: "budget", standing: "validated" },
  ]);
  const { rows, aside } = rowsOf(book);
  expect([rows, aside].map((list) => list.map((row) => row.record.id))).toEqual([
    ["kept"],
    ["gone", "old"],
  ]);
});

test("the line of a segment that is not for us stops after the segment", async () => {
  const book = await bookOf([{ id: "not-us", role: "not_for_us" }]);
  const { rows } = rowsOf(book);
  expect(rows[0]?.links.map((view) => view.link)).toEqual(["decision", "segment"]);
});

test("links are counted by state, and not beyond where a line stops", async () => {
  const book = await bookOf(
    [
      { id: "a", role: "primary", decision: "budget" },
      { id: "b", decision: "budget" },
      { id: "c", role: "not_for_us" },
    ],
    ["a/decision"],
  );
  const tallies = talliesOf(rowsOf(book).rows);
  expect(counts(tallies.decision)).toEqual([1, 1, 0, 1]);
  expect(counts(tallies.results)).toEqual([0, 0, 0, 2]);
});
