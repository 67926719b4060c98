import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";

import { App } from "../../app/App";
import { makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";

let taken = "";

beforeEach(() => {
  taken = "";
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void (taken = text)) },
  });
});

async function choose(menu: string, entry: string) {
  fireEvent.click(await screen.findByRole("button", { name: menu }));
  fireEvent.click(await screen.findByRole("menuitem", { name: entry }));
}

function atResults() {
  window.location.hash = "#/results/new-fibre";
  const host = makeFakeHost(filled());
  render(<App host={host} />);
  return host;
}

const RESULTS = "Copy: Results against everyone else";

test("the results are copied with every digit, their intervals and their n", async () => {
  atResults();
  await choose(RESULTS, "Copy as text");
  expect(await screen.findByText(/^Copied \d+ rows?$/)).toBeDefined();
  const [heads = [], ...rows] = taken.split("\n").map((it) => it.split("\t"));
  for (const head of ["Metric", "Difference, 95 % low", "q", "Verdict"]) expect(heads).toContain(head);
  const churn = rows.find(([name]) => name === "Churn") ?? [];
  expect(churn).toHaveLength(heads.length);
  const low = Number(churn[heads.indexOf("Difference, 95 % low")]);
  const high = Number(churn[heads.indexOf("Difference, 95 % high")]);
  const difference = Number(churn[heads.indexOf("Difference")]);
  expect(low).toBeLessThan(difference);
  expect(high).toBeGreaterThan(difference);
  expect(String(difference).length, "not rounded to a percentage").toBeGreaterThan(6);
});

test("a table is copied as CSV with the columns that it shows and none of its buttons", async () => {
  atResults();
  await choose("Copy: Targets", "Copy as CSV");
  await waitFor(() => expect(taken).not.toBe(""));
  expect(taken.split("\r\n")[0]).toBe('Metric,Now,"Now, 95 % low","Now, 95 % high","Now, n",Aim,By,To go');
});

test("the menu is opened, walked and used by keys alone", async () => {
  atResults();
  const user = userEvent.setup({ writeToClipboard: false });
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void (taken = text)) },
  });
  (await screen.findByRole("button", { name: "Copy: Targets" })).focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("menuitem", { name: "Copy as text" });
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(taken).toContain("\r\n"));
});

test("a clipboard that is out of reach is said", async () => {
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
  document.execCommand = () => false;
  atResults();
  await choose("Copy: Targets", "Copy as text");
  expect(await screen.findByText("The clipboard could not be reached.")).toBeDefined();
});

test("the plots are saved as one SVG, and the file is named", async () => {
  const host = atResults();
  const save = vi.spyOn(host, "savePicture");
  await choose(RESULTS, "Save as SVG…");
  expect(await screen.findByText(/^Written to .*\.svg$/)).toBeDefined();
  const [title, format, bytes] = save.mock.calls[0] ?? [];
  expect(format).toBe("svg");
  const svg = new TextDecoder().decode(bytes);
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  expect(root.querySelector("title")?.textContent).toBe(title);
  expect(root.querySelectorAll("svg").length).toBeGreaterThan(0);
  expect(root.textContent).toContain("Churn");
});
