import { expect, test } from "vitest";

import { asHostError, HostError } from "../host/host";
import { shown } from "./errors";

test("an error keeps what happened and what to do", () => {
  const error = new HostError("file_newer", "The workbook is from a newer version.", "Update.");
  expect(shown(error)).toEqual({
    severity: "state",
    way: "open_other",
    title: "The workbook is from a newer version.",
    advice: "Update.",
  });
});

test("an unknown code is shown as our fault, with advice of its own", () => {
  const now = shown(new HostError("toString", "Odd.", ""));
  expect([now.severity, now.advice === ""]).toEqual(["bug", false]);
});

test("a thrown text and a thrown error both become host errors", () => {
  expect([asHostError("no").message, asHostError(new Error("no")).code]).toEqual([
    "no",
    "unexpected",
  ]);
  expect(asHostError({ code: "locked", message: "m", fix: "f" }).code).toBe("locked");
});
