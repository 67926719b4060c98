import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import { App } from "../../app/App";
import { makeFakeHost } from "../../host/fake/fake";
import { HostError } from "../../host/host";

beforeEach(() => {
  window.location.hash = "";
});

test("a new workbook leads to the Map", async () => {
  render(<App host={makeFakeHost()} />);
  fireEvent.click(await screen.findByRole("button", { name: /Blank/ }));
  expect(await screen.findByRole("link", { name: "Map", current: "page" })).toBeDefined();
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
  expect(await screen.findByRole("link", { name: "Map", current: "page" })).toBeDefined();
});

test("s0_39 a sample is open within one click, told with its figures and its line", async () => {
  render(<App host={makeFakeHost()} />);
  const sample = await screen.findByRole("button", { name: /A skincare brand/ });
  expect(sample.textContent).toContain("14\u00a0% refunded, n\u00a01,000");
  expect(sample.querySelector("svg[role=img]")?.getAttribute("aria-label")).toBe(
    "Decision sound, Segment draft, Value stale, Positioning draft, Journey stale, Results draft",
  );
  fireEvent.click(sample);
  expect(await screen.findByRole("navigation", { name: /chain/i })).toBeDefined();
});

test("samples that cannot be listed leave every other way in", async () => {
  const host = makeFakeHost();
  host.failNext("samples", new HostError("unexpected", "It went wrong.", "Try again."));
  render(<App host={host} />);
  expect((await screen.findByRole("alert")).textContent).toContain("It went wrong.");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("button", { name: /A skincare brand/ })).toBeDefined();
});

test("a template leads to its first segment", async () => {
  render(<App host={makeFakeHost()} />);
  fireEvent.click(await screen.findByRole("button", { name: /B2B SaaS/ }));
  expect(await screen.findByRole("link", { name: /^Segment/ })).toBeDefined();
});
