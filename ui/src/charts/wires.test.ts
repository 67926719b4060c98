import { expect, test } from "vitest";

import { stub, wire } from "./wires";

const left = { left: 0, right: 100, top: 0 };

test("sentences on one level are joined by a straight wire", () => {
  expect(wire(left, { left: 160, right: 260, top: 0 }).d).toBe("M110 13H150");
});

test("a wire to another level leaves and arrives level", () => {
  const { d, to } = wire(left, { left: 160, right: 260, top: 50 });
  expect(d).toBe("M110 13C130 13 130 63 150 63");
  expect(to).toEqual({ x: 150, y: 63 });
});

test("a stub is two hairlines of the asked length", () => {
  expect(stub(left, 30).d).toBe("M110 10.5H140M110 15.5H140");
});
