import { act, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import { makeFakeHost } from "../host/fake/fake";
import { filled } from "../host/fake/filled";
import { App } from "./App";
import { elementOf } from "./arrival";
import { go } from "./route";

const { chain } = filled();
const [segment] = chain.segments;
const id = segment?.id ?? "";

beforeEach(() => {
  window.location.hash = "";
});

async function open() {
  render(<App host={makeFakeHost(filled())} />);
  await screen.findByRole("navigation", { name: "Chain" });
}

/** Each place, with the records in it that an address must lead to. */
const ways: [place: string, record: string, field: string, value: string][] = [
  ["segment", id, "name", segment?.name ?? "?"],
  ["segment", id, "reach.0", segment?.reach[0] ?? "?"],
  ["segment", id, "decides_by/urgency", segment?.decides_by.urgency.note ?? "?"],
  ["value", segment?.value.payoffs[0]?.id ?? "", "text", segment?.value.payoffs[0]?.text ?? "?"],
  ["value", segment?.value.proofs[0]?.id ?? "", "text", segment?.value.proofs[0]?.text ?? "?"],
  ["positioning", id, "benefit", segment?.positioning.benefit ?? "?"],
  ["positioning", id, "differentiator", segment?.positioning.differentiator.text ?? "?"],
  ["positioning", "offering", "name", chain.offering.name],
  ["decision", segment?.decision ?? "", "question", chain.decisions[0]?.question ?? "?"],
  ["journey", segment?.touchpoints[0]?.id ?? "", "text", segment?.touchpoints[0]?.text ?? "?"],
  ["data", chain.metrics[0]?.id ?? "", "name", chain.metrics[0]?.name ?? "?"],
];

test.each(ways)("an address in %s leads to %s, its %s", async (place, record, field, value) => {
  await open();
  act(() => go(place, id, record, field));
  await waitFor(() => {
    const focused = document.activeElement;
    expect(focused instanceof HTMLTextAreaElement ? focused.value : focused).toBe(value);
  });
});

test("an address to an earlier version opens its words", async () => {
  await open();
  const [version] = segment?.positioning.versions ?? [];
  act(() => go("positioning", id, `${id}/${version?.number ?? 0}`, "benefit"));
  await waitFor(() => expect(document.activeElement?.textContent).toContain(version?.benefit ?? "?"));
});

test("going where one is already puts the focus there again", async () => {
  await open();
  act(() => go("segment", id, id, "name"));
  const name = await screen.findByRole("textbox", { name: "Name of the segment" });
  await waitFor(() => expect(document.activeElement).toBe(name));
  act(() => name.blur());
  act(() => go("segment", id, id, "name"));
  await waitFor(() => expect(document.activeElement).toBe(name));
});

test("a field that is not shown leads to its record", () => {
  const main = document.createElement("main");
  main.innerHTML = `
    <div data-record="a"><i data-field="text"></i>
      <div data-record="b"><i data-field="note"></i></div></div>`;
  expect(elementOf(main, "a", "weakness")?.dataset.record).toBe("a");
  expect(elementOf(main, "a", "note")?.dataset.record).toBe("a");
  expect(elementOf(main, "b", "note")?.tagName).toBe("I");
  expect(elementOf(main, "c", null)).toBeNull();
});
