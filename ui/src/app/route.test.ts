import { expect, test } from "vitest";

import { hrefTo, parse } from "./route";

test("an address leads back to the place and segment it was made from", () => {
  expect(parse(hrefTo("value", "mid-hr"))).toEqual({ place: "value", segment: "mid-hr" });
  expect(parse(hrefTo("data"))).toEqual({ place: "data", segment: null });
});

test("a broken address is no place", () => {
  expect(parse("#/%E0%A4%A")).toEqual({ place: null, segment: null });
  expect(parse("")).toEqual({ place: null, segment: null });
});
