import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";

let host: FakeHost;

beforeEach(async () => {
  host = makeFakeHost(filled());
  window.location.hash = "#/value/new-fibre";
  render(<App host={host} />);
  await screen.findByRole("group", { name: "Jobs" });
});

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>("textbox", { name });
const findField = (name: string) =>
  screen.findByRole<HTMLTextAreaElement>("textbox", { name });

async function write(into: HTMLTextAreaElement, text: string, key?: string) {
  fireEvent.change(into, { target: { value: text } });
  await act(async () => {
    if (key === undefined) fireEvent.blur(into);
    else fireEvent.keyDown(into, { key });
    await Promise.resolve();
  });
}

test("s0_05_job_pain_and_payoff_are_three_layers_of_their_own", () => {
  for (const [name, item] of [
    ["Jobs", "Job 1"],
    ["Pains", "Pain 1"],
    ["Payoffs", "Payoff 1"],
  ] as const) {
    const column = screen.getByRole("group", { name });
    expect(within(column).getByRole("textbox", { name: item })).toBeDefined();
  }
});

test("enter goes on to the next sentence of the same kind, hanging on the same pain", async () => {
  const first = field("Payoff 1");
  fireEvent.keyDown(first, { key: "Enter" });
  const next = await findField("Payoff 2");
  await waitFor(() => expect(document.activeElement).toBe(next));
  await write(next, "Meetings held from any room");
  await waitFor(() => expect(host.sent).toHaveLength(1));
  expect(host.sent[0]?.segments?.[0]?.value?.payoffs?.[0]).toMatchObject({
    pain: "pain-1",
    text: "Meetings held from any room",
  });
});

test("a sentence that was started and left without a word was never there", async () => {
  fireEvent.keyDown(field("Job 2"), { key: "Enter" });
  const started = await findField("Job 3");
  await act(async () => fireEvent.blur(started));
  expect(screen.queryByRole("textbox", { name: "Job 3" })).toBeNull();
  expect(host.sent).toEqual([]);
});

test("a pain without payoff asks for one, and the answer hangs on that pain", async () => {
  fireEvent.click(screen.getByRole("button", { name: /What would they gain/ }));
  const payoffs = screen.getByRole("group", { name: "Payoffs" });
  const started = within(payoffs)
    .getAllByRole<HTMLTextAreaElement>("textbox")
    .find((it) => it.value === "" && it.placeholder.startsWith("What would they gain"));
  expect(started).toBeDefined();
  if (started === undefined) return;
  await write(started, "One bill, the same each month");
  await waitFor(() =>
    expect(host.sent[0]?.segments?.[0]?.value?.payoffs?.[0]?.pain).toBe("pain-2"),
  );
});

test("s0_03_a_feature_can_only_hang_on_a_payoff", async () => {
  const more = screen.getByRole("button", { name: "Where Feature 1 hangs" });
  fireEvent.click(more);
  const menu = await screen.findByRole("menu");
  const names = within(menu)
    .getAllByRole("menuitem")
    .map((it) => it.textContent);
  expect(names).toEqual([
    "for “No dropped call in the first 30 working days”",
    "for “Online the same evening, installed in 40 minute…”",
    "Nowhere",
    "Move upAlt ↑",
    "Move downAlt ↓",
    "Remove",
  ]);
});

test("s0_03_a_feature_behind_no_payoff_is_called_loose", () => {
  const proof = screen.getByRole("group", { name: "Proof" });
  expect(within(proof).getByText("behind no payoff")).toBeDefined();
});

test("a feature cannot be added before there is a payoff", async () => {
  window.location.hash = "#/value/two-year";
  await screen.findByText(/Nothing written yet/);
  fireEvent.click(screen.getByRole("button", { name: "Proof or feature" }));
  const item = await screen.findByRole("menuitem", { name: /Feature/ });
  expect(item.getAttribute("aria-disabled")).toBe("true");
});

test("s0_04_a_payoff_has_one_of_six_kinds", async () => {
  fireEvent.click(screen.getByRole("button", { name: /risk Kind of Payoff 1|Kind of Payoff 1/ }));
  const list = await screen.findByRole("listbox");
  const kinds = within(list).getAllByRole("option");
  expect(kinds.map((it) => it.textContent)).toEqual([
    "time",
    "risk",
    "mistakes",
    "status",
    "enjoyment",
    "revenue",
  ]);
});

test("what the coach finds stands under the very words and describes the field", () => {
  const payoff = field("Payoff 2");
  const marked = payoff.parentElement?.querySelector("u");
  expect([marked?.textContent, marked?.dataset.level]).toEqual(["faster", "warning"]);
  const described = document.getElementById(payoff.getAttribute("aria-describedby") ?? "");
  expect(described?.textContent).toContain("Faster than what");
});

test("backspace in an emptied sentence takes the record away", async () => {
  const job = field("Job 2");
  await write(job, "", "Backspace");
  await waitFor(() => expect(host.sent).toEqual([{ remove: ["jobs/job-2"] }]));
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Job 2" })).toBeNull());
  expect(host.sent).toHaveLength(1);
});

test("s0_07_whom_it_is_not_for_is_written_on_the_same_page", async () => {
  await write(field("Not for 2"), "Flats with a shared line");
  await waitFor(() =>
    expect(host.sent.at(-1)?.segments?.[0]?.not_for).toEqual([
      "Second homes, used some weeks a year",
      "Flats with a shared line",
    ]),
  );
});

const payoffs = async () => {
  const book = await host.book();
  const segment = book?.chain.segments.find((it) => it.id === "new-fibre");
  return segment?.value.payoffs.map((it) => it.id);
};

test("alt and an arrow move a sentence in its column, and the focus stays on it", async () => {
  const first = field("Payoff 1");
  const text = first.value;
  fireEvent.keyDown(first, { key: "Enter" });
  await write(await findField("Payoff 2"), "Meetings held from any room");
  await waitFor(() => expect(host.sent).toHaveLength(1));
  const before = await payoffs();
  const [one, ...others] = before ?? [];
  const moved = others.at(-1);
  const second = [...document.querySelectorAll<HTMLElement>("[data-moves]")].find(
    (it) => it.dataset.moves === `payoffs/${moved ?? ""}`,
  )?.querySelector("textarea");
  if (!second || moved === undefined) throw new Error("the new payoff is there");
  act(() => second.focus());
  fireEvent.keyDown(second, { key: "ArrowUp", altKey: true });
  await waitFor(() =>
    expect(host.sent.at(-1)).toEqual({
      place: [{ record: `payoffs/${moved}`, before: `payoffs/${one ?? ""}` }],
    }),
  );
  await waitFor(() => expect(field("Payoff 1").value).toBe("Meetings held from any room"));
  expect(document.activeElement).toBe(field("Payoff 1"));
  await screen.findByText(/^Moved to place 1 of/);
  expect((await payoffs())?.slice(0, 2)).toEqual([moved, one]);
  fireEvent.keyDown(field("Payoff 1"), { key: "ArrowUp", altKey: true });
  await screen.findByText("It is the first already");
  expect(field("Payoff 2").value).toBe(text);
});
