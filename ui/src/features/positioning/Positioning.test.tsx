import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";

let host: FakeHost;

beforeEach(async () => {
  host = makeFakeHost(filled());
  window.location.hash = "#/positioning/new-fibre";
  render(<App host={host} />);
  await screen.findByRole("region", { name: "Statement" });
});

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>("textbox", { name });
const statement = () => screen.getByRole("region", { name: "Statement" });

async function write(into: HTMLTextAreaElement, text: string) {
  fireEvent.change(into, { target: { value: text } });
  await act(async () => {
    fireEvent.blur(into);
    await Promise.resolve();
  });
}

test("s0_26_the_statement_says_which_of_its_four_questions_is_open", async () => {
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
    "1 of 4 questions is open: problem",
  );
  const questions = within(screen.getByRole("list", { name: "The four questions" }));
  expect(questions.getByText("Problem: open")).toBeDefined();
  await write(field("Problem"), "calls drop in front of clients");
  await screen.findByRole("heading", { name: "All four questions are answered" });
  expect(statement().textContent).toContain("The problem: calls drop in front of clients.");
});

test("s0_27_why_now_joins_the_statement_once_it_is_written", async () => {
  expect(statement().textContent).not.toContain("It matters now");
  await write(field("Why now"), "since May three days a week are worked at home");
  await waitFor(() => expect(statement().textContent).toContain("It matters now: since May"));
});

test("the part being written is tinted in the statement", () => {
  fireEvent.focus(field("Key benefit"));
  const parts = [...statement().querySelectorAll("b")];
  expect(parts.filter((it) => it.className.includes("editing")).map((it) => it.dataset.part)).toEqual(
    ["benefit"],
  );
});

test("a press on a part goes to where it is written", () => {
  const part = statement().querySelector('[data-part="differentiator"]');
  expect(part).not.toBeNull();
  if (part !== null) fireEvent.pointerDown(part);
  expect(document.activeElement).toBe(field("Differentiator"));
});

test("s0_31_the_tagline_is_a_field_of_its_own_and_no_part_of_the_statement", async () => {
  expect(screen.getByText("no part of the statement")).toBeDefined();
  await write(field("Tagline"), "Never off the line");
  await waitFor(() => expect(host.sent).toHaveLength(1));
  expect(statement().textContent).not.toContain("Never off the line");
});

test("s0_25_when_every_alternative_is_a_vendor_the_page_asks_for_one_that_is_none", async () => {
  expect(screen.queryByText(/All of these are vendors/)).toBeNull();
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Remove tethering a phone" }));
    await Promise.resolve();
  });
  expect(await screen.findByText(/All of these are vendors/)).toBeDefined();
});

test("an alternative is added by writing it in the empty row, which keeps the focus", async () => {
  const row = field("Alternative 3");
  row.focus();
  fireEvent.change(row, { target: { value: "the office" } });
  await act(async () => {
    fireEvent.keyDown(row, { key: "Enter" });
    await Promise.resolve();
  });
  await waitFor(() => expect(statement().textContent).toContain("and the office"));
  expect(document.activeElement).toBe(row);
  expect(field("Alternative 4").value).toBe("");
});

test("a version is kept with its reason, and the next one starts from its words", async () => {
  fireEvent.click(screen.getByRole("button", { name: /Keep this version/ }));
  const keep = screen.getByRole("button", { name: "Keep v3" });
  expect(keep.hasAttribute("disabled")).toBe(true);
  await write(field("Why it changes"), "Calls drop on DSL too");
  fireEvent.click(screen.getByRole("button", { name: "Keep v3" }));
  expect(await screen.findByText("Changed: Calls drop on DSL too")).toBeDefined();
  expect(screen.getByText(/^v4 since/)).toBeDefined();
  expect(field("Key benefit").value).toBe("keeps every working call up in the first 30 days");
});

test("the words of an earlier version can be read", () => {
  fireEvent.click(screen.getByRole("button", { name: /all words of v1/ }));
  expect(screen.getByText("everyone with an internet line")).toBeDefined();
});

test("a segment without a word of positioning is asked for whom it is", async () => {
  window.location.hash = "#/positioning/two-year";
  expect(
    await screen.findByRole("heading", { name: "No statement yet: who is it for?" }),
  ).toBeDefined();
});
