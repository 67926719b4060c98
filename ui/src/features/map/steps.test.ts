import { expect, test } from "vitest";

import type { Book, Due, Link, NextStep, NextKind } from "../../api/types";
import { makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";
import { linkOrder } from "../../words/vocabulary";
import { stepWords } from "./steps";

async function filledBook(): Promise<Book> {
  const book = await makeFakeHost(filled()).book();
  if (book === null) throw new Error("the fake host holds a book");
  return book;
}

function step(kind: NextKind, link: Link, rest: Partial<NextStep> = {}): NextStep {
  return {
    kind,
    segment: "two-year",
    link,
    need: null,
    record: "",
    message: "",
    due: null,
    changed: null,
    broken: null,
    more: 0,
    ...rest,
  };
}

const due: Due = {
  on: "2026-11-01",
  days: -23,
  kind: "decision",
  record: "decision-q1",
  segment: "two-year",
  link: "decision",
  text: "Do we keep the price?",
  owner: "Jonas",
};

const KINDS: NextKind[] = [
  "first_segment",
  "stale",
  "blocker",
  "no_primary",
  "missing",
  "no_data",
  "not_imported",
  "overdue",
  "left",
  "confirm",
  "twins",
  "retire",
];

test("every step is a sentence with a button, and leads to a place", async () => {
  const book = await filledBook();
  for (const kind of KINDS) {
    for (const link of linkOrder) {
      const words = stepWords(book, step(kind, link, { need: "job", message: "Say how much.", due }));
      expect(words.title, `${kind} of ${link}`).toMatch(/^[A-Z“].*\.$/);
      expect(words.detail, `${kind} of ${link}`).toMatch(/\.$|\?$/);
      expect(words.go).not.toBe("");
      expect([...linkOrder, "data"]).toContain(words.place);
    }
  }
});

test("a step names the segment, what is missing and where that is written", async () => {
  const book = await filledBook();
  expect(stepWords(book, step("missing", "positioning"))).toEqual({
    title: "Two-year households has no statement yet.",
    detail: "For whom, which problem, what they get, why believe it, and what it replaces.",
    go: "Write the statement",
    place: "positioning",
    state: "missing",
  });
  const left = stepWords(book, step("left", "value", { need: "not_for" }));
  expect(left.title).toBe("Left in the value of Two-year households: whom it is not for.");
});

test("a stale link is told with the words that it still says and what is said now", async () => {
  const book = await filledBook();
  const said = { record: "payoffs/payoff-1", field: "text", was: "60 days", now: "30 days" };
  const broken = {
    segment: "new-fibre",
    link: "positioning" as const,
    record: "segments/new-fibre",
    field: "benefit",
    text: "No drop for 60 days.",
    start: 12,
    end: 19,
  };
  const changes = [{ record: said.record, segment: "new-fibre", said: [said], broken: [broken] }];
  const words = stepWords(
    { ...book, changes },
    step("stale", "positioning", {
      segment: "new-fibre",
      record: said.record,
      changed: said,
      broken,
      more: 2,
    }),
  );
  expect(words.title).toBe(
    "The statement of New fibre households on a monthly contract still says “60 days”.",
  );
  expect(words.detail).toBe("Payoff 1 now says “30 days”, and 2 more links are stale.");
  expect(words.go).toBe("Review the statement");
});

test("what is overdue says since when, and who decides", async () => {
  const book = await filledBook();
  const words = stepWords(book, step("overdue", "decision", { due }));
  expect(words.title).toBe("“Do we keep the price?” was due 23 days ago.");
  expect(words.detail).toContain("Jonas decides.");
  const yesterday = stepWords(book, step("overdue", "decision", { due: { ...due, days: -1 } }));
  expect(yesterday.title).toContain("was due yesterday");
});

test("s0_14_twins_are_told_with_the_scores_that_differ", async () => {
  const book = await filledBook();
  const twins = [
    {
      segment: "paper",
      compared: 6,
      apart: [{ axis: "urgency" as const, mine: 4, theirs: 3 }],
    },
  ];
  const withTwins = {
    ...book,
    segments: book.segments.map((it) => (it.id === "two-year" ? { ...it, twins } : it)),
  };
  const words = stepWords(withTwins, step("twins", "segment", { record: "paper" }));
  expect(words.title).toBe("Two-year households and Paper bills decide nearly alike.");
  expect(words.detail).toContain("urgency (4 and 3)");
});

test("data are brought in at their place, whichever link waits for them", async () => {
  const book = await filledBook();
  expect(stepWords(book, step("no_data", "results")).place).toBe("data");
  const waiting = stepWords(book, step("not_imported", "results", { record: "leads" }));
  expect([waiting.place, waiting.title.includes("leads")]).toEqual(["data", true]);
});
