import { expect, test } from "vitest";

import { replaced } from "./replaced";

test("what changed stands between what both say", () => {
  expect(replaced("5 hours a week back", "3 hours a week back")).toEqual({
    before: "",
    lost: "5",
    instead: "3",
    after: " hours a week back",
  });
  expect(replaced("A line is back within 4 hours", "A line is back within 6 hours")).toEqual({
    before: "A line is back within ",
    lost: "4",
    instead: "6",
    after: " hours",
  });
});

test("a text that is new, or wholly another, is said whole", () => {
  expect(replaced("", "3 hours back")).toEqual({
    before: "",
    lost: "",
    instead: "3 hours back",
    after: "",
  });
  expect(replaced("Less waiting", "3 hours back").lost).toBe("Less waiting");
});

test("words that are only taken away leave nothing instead", () => {
  expect(replaced("3 hours a week back", "3 hours back")).toEqual({
    before: "3 hours ",
    lost: "a week",
    instead: "",
    after: " back",
  });
});

test("a repeated word is not counted on both sides", () => {
  const { before, lost, instead, after } = replaced("on and on", "on and on and on");
  expect([before, lost, instead, after]).toEqual(["on and on ", "", "and on", ""]);
});
