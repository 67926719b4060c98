import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";

import { App } from "../App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";

let host: FakeHost;

/** A pain says "easier" and Payoff 2 says "faster". */
async function open() {
  host = makeFakeHost(filled());
  window.location.hash = "#/value/new-fibre";
  render(<App host={host} />);
  await screen.findByRole("textbox", { name: "Payoff 2" });
}

beforeEach(open);

const pane = () => within(screen.getByRole("complementary", { name: "Coach" }));
const button = (name: string | RegExp) => pane().getByRole("button", { name });
const payoff = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Payoff 2" });

async function press(element: HTMLElement) {
  await act(async () => {
    fireEvent.click(element);
    await Promise.resolve();
  });
}

test("what is found on screen stands in the pane: one card open, a row for each other one", async () => {
  expect(pane().getByRole("status").textContent).toContain("2 warnings");
  const card = await pane().findByRole("region", { name: "Too vague to feel" });
  expect(within(card).getByText("Easier for whom, and how would it show?")).toBeDefined();
  expect(within(card).getByText("Payroll tells them two weeks later")).toBeDefined();
  await press(button(/Nobody could check it/));
  expect(pane().getByRole("region", { name: "Nobody could check it" })).toBeDefined();
  expect(pane().queryByRole("region", { name: "Too vague to feel" })).toBeNull();
});

test("the answer to a card's question is one edit, and undo takes it back", async () => {
  await press(await pane().findByRole("button", { name: /Nobody could check it/ }));
  await press(button("Write it…"));
  const answer = pane().getByRole<HTMLTextAreaElement>("textbox");
  expect(answer.value).toBe("faster");
  fireEvent.change(answer, { target: { value: "40 minutes sooner" } });
  await press(button("Write it"));
  await waitFor(() => expect(payoff().value).toContain("installed in 40 minutes, 40 minutes sooner"));
  expect(host.sent).toHaveLength(1);
  await waitFor(() => expect(pane().queryByText("Nobody could check it")).toBeNull());
  await press(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(payoff().value).toContain("faster than any rival"));
});

test("a finding is set aside only with a reason, is listed with it, and can be brought back", async () => {
  await press(await pane().findByRole("button", { name: /Nobody could check it/ }));
  await press(button("Suppress…"));
  const now = button("Set aside");
  expect(now.hasAttribute("disabled")).toBe(true);
  fireEvent.change(pane().getByRole("textbox", { name: "Why does it not apply here?" }), {
    target: { value: "The rival's figures are on the page" },
  });
  await press(button("Set aside"));
  await waitFor(() => expect(pane().queryByRole("region", { name: "Nobody could check it" })).toBeNull());
  expect(payoff().parentElement?.querySelector("u")).toBeNull();
  await press(button("Set aside · 1"));
  expect(pane().getByText("The rival's figures are on the page")).toBeDefined();
  await press(button("Bring back: Nobody could check it"));
  await waitFor(() => expect(payoff().parentElement?.querySelector("u")?.textContent).toBe("faster"));
  expect(pane().queryByRole("button", { name: /^Set aside ·/ })).toBeNull();
});

/** The words selected in the field that has the focus. */
function selected(): string {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return "";
  return field.value.slice(field.selectionStart, field.selectionEnd);
}

test("F8 goes from finding to finding, with the words selected", async () => {
  fireEvent.keyDown(window, { key: "F8" });
  await waitFor(() => {
    expect(selected()).toBe("easier");
  });
  fireEvent.keyDown(window, { key: "F8" });
  await waitFor(() => {
    expect(document.activeElement).toBe(payoff());
    expect(selected()).toBe("faster");
  });
  expect(await pane().findByRole("region", { name: "Nobody could check it" })).toBeDefined();
});

test("folded, the coach is a counted button; what a person folded stays so", async () => {
  await press(button("Fold the coach"));
  expect(screen.queryByRole("complementary", { name: "Coach" })).toBeNull();
  const counted = screen.getByRole("button", { name: "Coach 2 findings" });
  window.location.hash = "#/positioning/new-fibre";
  await screen.findByRole("region", { name: "Statement" });
  expect(screen.queryByRole("complementary", { name: "Coach" })).toBeNull();
  await press(counted);
  expect(screen.getByRole("complementary", { name: "Coach" })).toBeDefined();
});

test("where nothing is weak the coach is quiet and folded away", async () => {
  window.location.hash = "#/journey/new-fibre";
  await screen.findByRole("table", { name: "The words they meet" });
  expect(screen.queryByRole("complementary", { name: "Coach" })).toBeNull();
  await press(screen.getByRole("button", { name: "Coach" }));
  expect(pane().getByText("Nothing weak here.")).toBeDefined();
});

async function setAside(finding: string) {
  if (pane().queryByRole("region", { name: finding }) === null) await press(button(new RegExp(finding)));
  await press(await pane().findByRole("button", { name: "Suppress…" }));
  fireEvent.change(pane().getByRole("textbox", { name: "Why does it not apply here?" }), {
    target: { value: "Said elsewhere" },
  });
  await press(button("Set aside"));
  await waitFor(() => expect(pane().queryByRole("region", { name: finding })).toBeNull());
}

test("left open, the coach is folded where it reads nothing, and open again where it does", async () => {
  await press(button("Fold the coach"));
  await press(screen.getByRole("button", { name: "Coach 2 findings" }));
  window.location.hash = "#/rules/new-fibre";
  await screen.findByRole("heading", { name: "The coach’s rules" });
  expect(screen.queryByRole("complementary", { name: "Coach" })).toBeNull();
  await press(screen.getByRole("button", { name: "Coach" }));
  expect(pane().getByText("Nothing weak here.")).toBeDefined();
  await press(button("Fold the coach"));
  expect(screen.queryByRole("complementary", { name: "Coach" })).toBeNull();
  window.location.hash = "#/value/new-fibre";
  await screen.findByRole("textbox", { name: "Payoff 2" });
  expect(pane().getByText("Easier for whom, and how would it show?")).toBeDefined();
});

test("what was asked for where nothing is read is folded again at the next visit", async () => {
  window.location.hash = "#/rules/new-fibre";
  await screen.findByRole("heading", { name: "The coach’s rules" });
  await press(screen.getByRole("button", { name: "Coach" }));
  expect(screen.getByRole("complementary", { name: "Coach" })).toBeDefined();
  window.location.hash = "#/value/new-fibre";
  await screen.findByRole("textbox", { name: "Payoff 2" });
  window.location.hash = "#/rules/new-fibre";
  await screen.findByRole("heading", { name: "The coach’s rules" });
  expect(screen.queryByRole("complementary", { name: "Coach" })).toBeNull();
});

test("in a narrow window a pane left open lies over no place where nothing is weak", async () => {
  cleanup();
  const asked = window.matchMedia.bind(window);
  vi.spyOn(window, "matchMedia").mockImplementation((media) =>
    Object.assign(asked(media), { matches: false }),
  );
  await open();
  await press(screen.getByRole("button", { name: "Coach 2 findings" }));
  window.location.hash = "#/journey/new-fibre";
  await screen.findByRole("table", { name: "The words they meet" });
  expect(screen.queryByRole("complementary", { name: "Coach" })).toBeNull();
  window.location.hash = "#/value/new-fibre";
  await screen.findByRole("textbox", { name: "Payoff 2" });
  expect(screen.getByRole("complementary", { name: "Coach" })).toBeDefined();
  await setAside("Too vague to feel");
  await setAside("Nobody could check it");
  // In use it stays, also when its last finding is answered.
  expect(pane().getByText("Nothing weak here.")).toBeDefined();
});

test("the rule's id leads to the rule in the reference", async () => {
  const link = await pane().findByRole("link", { name: "vague-pain, about this rule" });
  window.location.hash = link.getAttribute("href") ?? "";
  await screen.findByRole("heading", { name: "The coach’s rules" });
  const rule = await screen.findByText("vague-pain");
  await waitFor(() => expect(document.activeElement?.contains(rule)).toBe(true));
});
