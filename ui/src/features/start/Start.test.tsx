import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { App } from "../../app/App";
import { makeFakeHost } from "../../host/fake/fake";
import { HostError } from "../../host/host";

test("a new workbook leads to its data", async () => {
  render(<App host={makeFakeHost()} />);
  fireEvent.click(await screen.findByRole("button", { name: /Blank/ }));
  expect(await screen.findByRole("link", { name: "Data", current: "page" })).toBeDefined();
});

test("a workbook that cannot be opened says why and what to do, and the ways in stay", async () => {
  const host = makeFakeHost();
  host.failNext(
    "openBook",
    new HostError("file_newer", "The workbook is from a newer version.", "Update Throughline."),
  );
  render(<App host={host} />);
  fireEvent.click(await screen.findByRole("button", { name: /A workbook on this computer/ }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("The workbook is from a newer version.Update Throughline.");
  expect(screen.getByRole("button", { name: /Blank/ })).toBeDefined();
});

test("a workbook the window was started with and could not open leads to the ways in", async () => {
  const host = makeFakeHost();
  host.failNext("book", new HostError("file_missing", "There is no such file.", "Choose another."));
  render(<App host={host} />);
  expect((await screen.findByRole("alert")).textContent).toContain("There is no such file.");
  fireEvent.click(screen.getByRole("button", { name: /Blank/ }));
  expect(await screen.findByRole("link", { name: "Data", current: "page" })).toBeDefined();
});
