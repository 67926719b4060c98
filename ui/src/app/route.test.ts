import { expect, test } from "vitest";

import { hrefTo, parse } from "./route";

const nowhere = { place: null, segment: null, record: null, field: null };

test("an address leads back to the place and segment it was made from", () => {
  expect(hrefTo("value", "mid-hr")).toBe("#/value/mid-hr");
  expect(parse(hrefTo("value", "mid-hr"))).toEqual({
    ...nowhere,
    place: "value",
    segment: "mid-hr",
  });
  expect(hrefTo("data")).toBe("#/data");
  expect(parse(hrefTo("data"))).toEqual({ ...nowhere, place: "data" });
});

test("an address leads to a record and its field, with a segment and without one", () => {
  expect(parse(hrefTo("positioning", "mid-hr", "mid-hr/2", "benefit"))).toEqual({
    place: "positioning",
    segment: "mid-hr",
    record: "mid-hr/2",
    field: "benefit",
  });
  expect(parse(hrefTo("data", null, "churn", "name"))).toEqual({
    place: "data",
    segment: null,
    record: "churn",
    field: "name",
  });
});

test("a broken address is no place", () => {
  expect(parse("#/%E0%A4%A")).toEqual(nowhere);
  expect(parse("")).toEqual(nowhere);
});
