import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { makeClient } from "../api/client";
import { makeFakeHost } from "../host/fake/fake";
import { filled } from "../host/fake/filled";
import { HostError } from "../host/host";
import { App } from "./App";

beforeEach(() => {
  window.location.hash = "#/segment";
});

async function open() {
  const host = makeFakeHost(filled());
  render(<App host={host} />);
  await screen.findByRole("navigation", { name: "Chain" });
  return host;
}

function chain() {
  return within(screen.getByRole("navigation", { name: "Chain" }));
}

test("s0_01_the_chain_bar_says_of_each_link_how_it_stands", async () => {
  await open();
  expect(chain().getByText("sound, 12 Nov")).toBeDefined();
  expect(chain().getAllByText("not confirmed").length).toBeGreaterThan(0);
  expect(chain().getByRole("link", { current: "page" }).textContent).toContain("Segment");
});

test("arrow keys move along the line", async () => {
  await open();
  const links = chain().getAllByRole("link");
  const [first, second] = links;
  first?.focus();
  if (first !== undefined) fireEvent.keyDown(first, { key: "ArrowRight" });
  expect(document.activeElement).toBe(second ?? first);
});

test("an address that leads nowhere leads home", async () => {
  window.location.hash = "#/nowhere/at-all";
  await open();
  await waitFor(() => expect(window.location.hash).toBe("#/map"));
});

test("a new segment is added from the chooser and comes into view", async () => {
  const user = userEvent.setup();
  const host = await open();
  await user.click(screen.getByRole("button", { name: /^New fibre households/ }));
  await user.click(await screen.findByRole("menuitem", { name: /New segment/ }));
  await waitFor(() => expect(host.sent.at(-1)?.segments?.[0]?.role).toBe("queued"));
  const added = host.sent.at(-1)?.segments?.[0]?.id ?? "";
  await waitFor(() => expect(window.location.hash).toBe(`#/segment/${added}`));
});

test("what was written can be undone and done again by its buttons", async () => {
  const host = await open();
  const name = await screen.findByRole<HTMLTextAreaElement>("textbox", {
    name: "Name of the segment",
  });
  const before = name.value;
  fireEvent.change(name, { target: { value: "Fibre" } });
  fireEvent.blur(name);
  await waitFor(() => expect(host.sent).toHaveLength(1));
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(name.value).toBe(before));
  fireEvent.click(screen.getByRole("button", { name: "Redo" }));
  await waitFor(() => expect(name.value).toBe("Fibre"));
});

test("an edit that fails says so, keeps the words, and the line can be put away", async () => {
  const host = await open();
  host.failNext("edit", new HostError("disk_full", "The disk is full.", "Make room."));
  const name = await screen.findByRole<HTMLTextAreaElement>("textbox", {
    name: "Name of the segment",
  });
  fireEvent.change(name, { target: { value: "Fibre" } });
  fireEvent.blur(name);
  const alert = await screen.findByRole("alert");
  expect([alert.textContent?.includes("The disk is full."), name.value]).toEqual([true, "Fibre"]);
  expect(screen.getByText("Not everything is saved")).toBeDefined();
  fireEvent.click(within(alert).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("words that were refused are sent again when the field is left", async () => {
  const host = await open();
  host.failNext("edit", new HostError("locked", "The workbook is locked.", "Wait."));
  const name = await screen.findByRole<HTMLTextAreaElement>("textbox", {
    name: "Name of the segment",
  });
  fireEvent.change(name, { target: { value: "Fibre" } });
  fireEvent.blur(name);
  await screen.findByRole("alert");
  expect(host.sent).toEqual([]);
  fireEvent.blur(name);
  await waitFor(() => expect(host.sent.at(-1)?.segments?.[0]?.name).toBe("Fibre"));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("the palette finds a place by its words and goes there", async () => {
  const user = userEvent.setup();
  await open();
  await user.keyboard("{Control>}k{/Control}");
  const words = await screen.findByRole("combobox", { name: "Command or record" });
  expect(document.activeElement).toBe(words);
  await user.type(words, "statement");
  const option = await screen.findByRole("option", { selected: true });
  expect(option.textContent).toBe(
    "Go to the statement, New fibre households on a monthly contractG P",
  );
  await user.keyboard("{Enter}");
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/positioning\//));
  expect(screen.queryByRole("combobox", { name: "Command or record" })).toBeNull();
});

test("the palette leaves out what cannot be done now", async () => {
  const user = userEvent.setup();
  await open();
  await user.keyboard("{Control>}k{/Control}");
  const words = await screen.findByRole("combobox", { name: "Command or record" });
  await user.type(words, "undo");
  expect(await screen.findByText(/Nothing holds “undo”/)).toBeDefined();
});

test("arrows choose in the palette, Escape leaves it, and the focus is back where it was", async () => {
  const user = userEvent.setup();
  await open();
  const before = chain().getAllByRole("link")[1];
  act(() => before?.focus());
  await user.keyboard("{Control>}k{/Control}");
  const words = await screen.findByRole("combobox", { name: "Command or record" });
  const first = screen.getByRole("option", { selected: true });
  await user.keyboard("{ArrowDown}");
  const second = screen.getByRole("option", { selected: true });
  expect(second).not.toBe(first);
  expect(words.getAttribute("aria-activedescendant")).toBe(second.id);
  await user.keyboard("{ArrowUp}{ArrowUp}");
  const last = screen.getAllByRole("option").at(-1);
  expect(screen.getByRole("option", { selected: true })).toBe(last);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(before));
});

test("? shows every key under its menu", async () => {
  const user = userEvent.setup();
  await open();
  await user.keyboard("?");
  const dialog = within(await screen.findByRole("dialog", { name: "Keys" }));
  const go = within(dialog.getByRole("region", { name: "Go" }));
  expect(go.getByText("Go to the value").parentElement?.textContent).toBe("Go to the valueG V");
  expect(dialog.getByText("Redo").parentElement?.textContent).toBe("RedoCtrl Shift ZCtrl Y");
});

test("a menu says a command's key beside its name", async () => {
  const user = userEvent.setup();
  await open();
  await user.click(screen.getByRole("button", { name: /Steadyline/ }));
  const entry = await screen.findByRole("menuitem", { name: "New workbook…" });
  expect(entry.textContent).toBe("New workbook…Ctrl N");
});

test("closing the workbook leads to the start screen", async () => {
  const user = userEvent.setup();
  await open();
  await user.click(screen.getByRole("button", { name: /Steadyline/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Close this workbook" }));
  expect(await screen.findByRole("heading", { name: "Throughline" })).toBeDefined();
});

test("a workbook that cannot be read again stays open, and asking once more mends it", async () => {
  const host = makeFakeHost(filled());
  const client = makeClient();
  render(<App host={host} client={client} />);
  await screen.findByRole("navigation", { name: "Chain" });
  host.failNext("book", new HostError("io", "The disk did not answer.", "Try again."));
  await act(() => client.invalidateQueries({ queryKey: ["book"] }));
  const alert = await screen.findByRole("alert");
  expect(screen.getByRole("navigation", { name: "Chain" })).toBeDefined();
  fireEvent.click(within(alert).getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("other words that are saved do not hide that some were refused", async () => {
  const host = await open();
  // What the foot says is waited for: it costs next to nothing to ask, where each look for a role
  // goes through the whole page, which is slow on a busy machine.
  const foot = screen.getByText("All changes saved");
  const footSays = (words: string) => waitFor(() => expect(foot.textContent).toBe(words));
  host.failNext("edit", new HostError("locked", "The workbook is locked.", "Wait."));
  const name = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Name of the segment" });
  fireEvent.change(name, { target: { value: "Fibre" } });
  fireEvent.blur(name);
  await footSays("Not everything is saved");
  const alert = screen.getByRole("alert");
  // Held until the foot has said that they are on their way, so that what it says next is after.
  const letGo = host.hold();
  const sentence = screen.getByRole("textbox", { name: "In a sentence" });
  fireEvent.change(sentence, { target: { value: "New on fibre" } });
  fireEvent.blur(sentence);
  await footSays("Saving");
  letGo();
  await footSays("Not everything is saved");
  expect(host.sent.at(-1)?.segments?.[0]?.described).toBe("New on fibre");
  fireEvent.click(within(alert).getByRole("button", { name: "Send again" }));
  await footSays("All changes saved");
  expect(host.sent.at(-1)?.segments?.[0]?.name).toBe("Fibre");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("words refused as their place was left are kept to be sent again", async () => {
  const host = await open();
  const name = await screen.findByRole<HTMLTextAreaElement>("textbox", {
    name: "Name of the segment",
  });
  host.failNext("edit", new HostError("disk_full", "The disk is full.", "Make room."));
  fireEvent.change(name, { target: { value: "Fibre" } });
  window.location.hash = "#/data";
  const alert = await screen.findByRole("alert");
  fireEvent.click(within(alert).getByRole("button", { name: "Send again" }));
  await waitFor(() => expect(host.sent.at(-1)?.segments?.[0]?.name).toBe("Fibre"));
});
