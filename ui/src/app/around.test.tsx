import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import type { Holding } from "../api/types";
import { someRecents } from "../host/fake/around";
import { type FakeAround, makeFakeHost } from "../host/fake/fake";
import { filled } from "../host/fake/filled";
import { HostError } from "../host/host";
import { App } from "./App";

const ann: Holding = {
  window: true,
  name: "Ann",
  machine: "desk-7",
  since: new Date(2026, 10, 2, 9, 12).toISOString(),
};

beforeEach(() => {
  window.location.hash = "";
  delete document.documentElement.dataset.theme;
});

async function openBook(around: FakeAround = {}, place = "value") {
  window.location.hash = `#/${place}/new-fibre`;
  const host = makeFakeHost(filled(), around);
  render(<App host={host} />);
  await screen.findByRole("navigation", { name: "Chain" });
  return host;
}

test("a theme and a paper are chosen once and hold at once", async () => {
  const user = userEvent.setup();
  const host = await openBook();
  await user.keyboard("{Control>},{/Control}");
  const dialog = within(await screen.findByRole("dialog", { name: "Settings" }));
  await user.click(await dialog.findByRole("radio", { name: "Dark" }));
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe("dark"));
  await user.click(dialog.getByRole("radio", { name: "Letter" }));
  await waitFor(async () => {
    const { settings } = await host.settings();
    expect(settings).toMatchObject({ theme: "dark", paper: "letter" });
  });
});

test("an empty name in the settings shows the one that holds instead", async () => {
  const user = userEvent.setup();
  const host = await openBook();
  await user.keyboard("{Control>},{/Control}");
  const name = await screen.findByRole("textbox", { name: "Your name" });
  expect(name.getAttribute("placeholder")).toBe("mira");
  fireEvent.change(name, { target: { value: "Mira Albrecht" } });
  fireEvent.blur(name);
  await waitFor(async () => expect((await host.settings()).settings.author).toBe("Mira Albrecht"));
});

test("settings that cannot be kept say so in the dialog", async () => {
  const user = userEvent.setup();
  const host = await openBook();
  await user.keyboard("{Control>},{/Control}");
  const dialog = within(await screen.findByRole("dialog", { name: "Settings" }));
  host.failNext("changeSettings", new HostError("io", "The folder is full.", "Make room."));
  await user.click(await dialog.findByRole("radio", { name: "Dark" }));
  expect((await dialog.findByRole("alert")).textContent).toContain("The folder is full.");
  expect(document.documentElement.dataset.theme).toBeUndefined();
});

test("a workbook opened lately is opened again from the start screen", async () => {
  render(<App host={makeFakeHost(undefined, { recent: someRecents() })} />);
  const row = await screen.findByRole("button", { name: /^Steadyline/ });
  expect(row.textContent).toMatch(/steadyline\.throughline · Documents.*(today|yesterday), /);
  expect(within(row).getByRole("img").getAttribute("aria-label")).toContain("Positioning stale");
  fireEvent.click(row);
  expect(await screen.findByRole("navigation", { name: /chain/i })).toBeDefined();
});

test("one that is gone says so, cannot be opened, and can be taken out of the list", async () => {
  const host = makeFakeHost(undefined, { recent: someRecents() });
  render(<App host={host} />);
  const row = await screen.findByRole<HTMLButtonElement>("button", { name: /^Kettle & Co/ });
  expect([row.textContent?.includes("not there any more"), row.disabled]).toEqual([true, true]);
  fireEvent.click(screen.getByRole("button", { name: "Take Kettle & Co out of the list" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Kettle & Co/ })).toBeNull());
  expect((await host.recents()).books).toHaveLength(1);
});

test("a workbook that somebody else edits says who, and nothing in it can be changed", async () => {
  const host = await openBook({ held: ann });
  await screen.findByText("Ann edits this workbook in another window on desk-7 since 2 Nov, 09:12.");
  const fields = await screen.findAllByRole<HTMLTextAreaElement>("textbox");
  expect(fields.length).toBeGreaterThan(3);
  expect(fields.every((it) => it.readOnly)).toBe(true);
  const main = within(screen.getByRole("main"));
  const free = main
    .getAllByRole<HTMLButtonElement>("button")
    .filter((it) => !it.disabled)
    .map((it) => it.ariaLabel ?? it.textContent);
  expect(free.filter((name) => !name.endsWith("What it rests on"))).toEqual([]);
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  expect(host.sent).toEqual([]);
});

test("what may only be read can be read whole: the path is walked, why a link stands so is opened", async () => {
  await openBook({ held: ann }, "path");
  const steps = within(await screen.findByRole("navigation", { name: "The six steps" }));
  const review = steps.getByRole("button", { name: /^Review/ });
  fireEvent.click(review);
  await waitFor(() => expect(review.getAttribute("aria-current")).toBe("step"));
  fireEvent.click(screen.getByRole("button", { name: "How it works" }));
  expect(await screen.findByText("A doorway, a room and a sign")).toBeDefined();
});

test("when the other window lets go, the workbook can be edited at a press", async () => {
  const host = await openBook({ held: ann });
  const edit = await screen.findByRole<HTMLButtonElement>("button", { name: "Edit now" });
  expect(edit.disabled).toBe(true);
  host.letGo();
  await waitFor(() => expect(edit.disabled).toBe(false));
  fireEvent.click(edit);
  await waitFor(() => expect(screen.queryByRole("button", { name: "Edit now" })).toBeNull());
  const fields = screen.getAllByRole<HTMLTextAreaElement>("textbox");
  expect(fields.some((it) => it.readOnly)).toBe(false);
});

test("a brief leaves a workbook that may only be read", async () => {
  await openBook({ held: ann }, "brief");
  const button = await screen.findByRole<HTMLButtonElement>("button", { name: "Export PDF…" });
  await waitFor(() => expect(button.disabled).toBe(false));
});

test("a workbook held elsewhere is opened to read from the start screen", async () => {
  const host = makeFakeHost();
  host.failNext("openBook", new HostError("held", "Ann has this workbook open.", "Wait."));
  render(<App host={host} />);
  fireEvent.click(await screen.findByRole("button", { name: /A workbook on this computer/ }));
  const alert = within(await screen.findByRole("alert"));
  fireEvent.click(alert.getByRole("button", { name: "Open to read" }));
  expect(await screen.findByRole("button", { name: "Edit now" })).toBeDefined();
});

test("a synchronised folder is said once", async () => {
  await openBook({ place: { synced_by: "Dropbox", elsewhere: null } });
  await screen.findByText("This workbook lies in a folder that Dropbox copies to other computers.");
  fireEvent.click(screen.getByRole("button", { name: "Understood" }));
  await waitFor(() => expect(screen.queryByText(/Dropbox/)).toBeNull());
});

test("that somebody has it open elsewhere is said once", async () => {
  const elsewhere = { window: true, name: "Bo", machine: "desk-7", since: "" };
  await openBook({ place: { synced_by: null, elsewhere } });
  await screen.findByText(/desk-7/);
  fireEvent.click(screen.getByRole("button", { name: "Understood" }));
  await waitFor(() => expect(screen.queryByText(/desk-7/)).toBeNull());
});

test("a table dropped on the window is looked at before it comes in", async () => {
  const host = await openBook();
  act(() => host.notify({ kind: "over", what: "table" }));
  expect(screen.getByText("Drop the table to bring it in")).toBeDefined();
  act(() => host.notify({ kind: "away" }));
  act(() => host.notify({ kind: "table", name: "leads.csv" }));
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/data/));
  expect(await screen.findByRole("heading", { name: /^leads\.csv: 1,200 rows/ })).toBeDefined();
  expect(screen.queryByText("Drop the table to bring it in")).toBeNull();
});

test("what is neither a table nor a workbook is refused with what can be dropped", async () => {
  const host = await openBook();
  const error = { code: "file_foreign" as const, message: "“a.png” is neither.", fix: "Drop a table." };
  act(() => host.notify({ kind: "refused", error }));
  expect((await screen.findByRole("alert")).textContent).toContain("“a.png” is neither.Drop a table.");
});

test("the system's menus hold the commands as they are registered, and give them", async () => {
  const host = await openBook();
  const entry = (id: string) =>
    host.menus()?.menus.flatMap((menu) => menu.entries).find((it) => it.id === id);
  await waitFor(() => expect(entry("go-value")).toMatchObject({ name: "Go to the value", keys: "G V" }));
  expect(host.menus()?.menus.map((it) => it.name)).toEqual(["File", "Edit", "View", "Go", "Help"]);
  expect(entry("undo")?.enabled).toBe(false);
  act(() => host.notify({ kind: "menu", id: "go-journey" }));
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/journey/));
});

test("undo in a menu of the system takes back what is being typed before it goes to the workbook", async () => {
  const host = await openBook();
  const [field] = await screen.findAllByRole<HTMLTextAreaElement>("textbox");
  const before = field?.value ?? "";
  act(() => field?.focus());
  fireEvent.change(field ?? document.body, { target: { value: "Other words" } });
  act(() => host.notify({ kind: "menu", id: "undo" }));
  await waitFor(() => expect(field?.value).toBe(before));
});
