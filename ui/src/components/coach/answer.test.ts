import { expect, test } from "vitest";

import type { Remedy } from "../../api/types";
import { answered } from "./answer";

const prompt = (over: Partial<Extract<Remedy, { kind: "prompt" }>>) => ({
  kind: "prompt" as const,
  label: "Write it",
  question: "How much?",
  given: "faster",
  number: false,
  before: "Onboard ",
  after: ", always",
  patch: { segments: [{ id: "s", value: { payoffs: [{ id: "o", text: "" }] } }] },
  into: "/segments/0/value/payoffs/0/text",
  ...over,
});

test("an answer goes where the pointer leads, between the words that stay", () => {
  expect(answered(prompt({}), " in 3 days ")).toEqual({
    segments: [{ id: "s", value: { payoffs: [{ id: "o", text: "Onboard in 3 days, always" }] } }],
  });
});

test("an answer that says nothing, or nothing else than stood there, makes no edit", () => {
  for (const said of ["", "  ", "faster"]) expect(answered(prompt({}), said)).toBeNull();
});

test("a number is sent as one, with a decimal comma too; other words are none", () => {
  const days = prompt({
    given: "",
    number: true,
    patch: { segments: [{ id: "s", value: { payoffs: [{ id: "o", horizon_days: null }] } }] },
    into: "/segments/0/value/payoffs/0/horizon_days",
  });
  const laid = (said: string) => answered(days, said)?.segments?.[0]?.value?.payoffs?.[0];
  expect(laid("28")).toEqual({ id: "o", horizon_days: 28 });
  expect(laid("1,5")).toEqual({ id: "o", horizon_days: 1.5 });
  expect(answered(days, "soon")).toBeNull();
});
