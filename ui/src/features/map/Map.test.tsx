import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { App } from "../../app/App";
import { type FakeBook, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";
import { applied, blankChain } from "../../host/fake/records";

beforeEach(() => {
  window.location.hash = "";
});

async function open(seed: FakeBook = filled()) {
  const host = makeFakeHost(seed);
  render(<App host={host} />);
  await screen.findByRole("link", { name: "Map", current: "page" });
  return host;
}

function rows() {
  return within(screen.getByRole("grid", { name: "Segments and their links" }));
}

function node(name: RegExp) {
  return rows().getByRole("link", { name });
}

test("an open workbook lands on the Map", async () => {
  await open();
  expect(window.location.hash).toBe("#/map");
  expect(screen.getByRole("button", { name: "All segments" })).toBeDefined();
});

test("the chain bar counts the links of all segments and leads to those of the primary", async () => {
  await open();
  const chain = within(screen.getByRole("navigation", { name: "Chain" }));
  const decision = chain.getByRole("link", { name: /^Decision/ });
  expect(decision.textContent).toBe("Decision1sound2missing");
  expect(decision.getAttribute("href")).toBe("#/decision/new-fibre");
});

test("s0_01_every_node_says_whose_it_is_how_it_stands_and_what_is_left", async () => {
  await open();
  expect(
    node(/^New fibre households.*, Decision, sound: Where does the Q1 retention budget go\?$/),
  ).toBeDefined();
  const value = node(/^New fibre households.*, Value, draft: 2 warnings$/);
  expect(value.getAttribute("href")).toBe("#/value/new-fibre");
  expect(node(/^Two-year households, Decision, missing: decides nothing$/)).toBeDefined();
});

test("the grid is one stop for Tab, and arrow keys walk the nodes", async () => {
  const user = userEvent.setup();
  await open();
  const names = rows().getAllByRole("link");
  expect(names.filter((it) => it.tabIndex === 0)).toHaveLength(1);
  names[0]?.focus();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  await waitFor(() => expect(document.activeElement?.getAttribute("href")).toBe("#/segment/new-fibre"));
  expect(document.activeElement?.ariaLabel).toContain("Segment, draft");
  await user.keyboard("{ArrowDown}");
  await waitFor(() =>
    expect(document.activeElement?.ariaLabel).toMatch(/^Two-year households, Segment/),
  );
  await user.keyboard("{ArrowDown}{End}");
  await waitFor(() => expect(document.activeElement?.getAttribute("href")).toBe("#/results/paper"));
});

test("retired segments are folded away, and shown when asked for", async () => {
  const { chain } = filled();
  await open({
    chain: applied(chain, { segments: [{ id: "two-year", standing: "retired" }] }),
    imported: true,
  });
  expect(screen.queryByText("Two-year households")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Set aside: 1 retired or invalidated" }));
  expect(screen.getByText("Two-year households")).toBeDefined();
  expect(screen.getByText("Report filter · retired")).toBeDefined();
});

test("s0_39 a segment that failed its test stays in view below the others", async () => {
  const { chain } = filled();
  await open({
    chain: applied(chain, { segments: [{ id: "two-year", standing: "invalidated" }] }),
    imported: true,
  });
  const fold = screen.getByRole("button", { name: "Set aside: 1 retired or invalidated" });
  expect(fold.getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByText("Two-year households")).toBeDefined();
  fireEvent.click(fold);
  expect(screen.queryByText("Two-year households")).toBeNull();
});

test("the offering is written in place", async () => {
  const host = await open();
  const summary = screen.getByRole("textbox", { name: "The offering in a sentence" });
  fireEvent.change(summary, { target: { value: "Internet that stays up on working days." } });
  fireEvent.blur(summary);
  await waitFor(() =>
    expect(host.sent.at(-1)).toEqual({
      offering: { summary: "Internet that stays up on working days." },
    }),
  );
});

test("without a segment the Map says what to do, with one button that does it", async () => {
  const host = await open({ chain: blankChain(), imported: false });
  expect(screen.getByText("Or start from a customer table").getAttribute("href")).toBe("#/data");
  fireEvent.click(within(screen.getByRole("main")).getByRole("button", { name: "New segment" }));
  await waitFor(() => expect(host.sent.at(-1)?.segments?.[0]?.role).toBe("primary"));
});
