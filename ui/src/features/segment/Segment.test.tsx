import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import type { Patch } from "../../api/types";
import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";

beforeEach(() => {
  window.location.hash = "";
});

async function openAt(segment: string, host: FakeHost = makeFakeHost(filled())) {
  window.location.hash = `#/segment/${segment}`;
  render(<App host={host} />);
  await screen.findByRole("textbox", { name: "Name of the segment" });
  return host;
}

function segmentPatch(host: FakeHost) {
  const patch: Patch | undefined = host.sent.at(-1);
  return patch?.segments?.[0];
}

async function choose(button: HTMLElement, option: RegExp) {
  const user = userEvent.setup();
  await user.click(button);
  await user.click(await screen.findByRole("option", { name: option }));
}

function picker(name: RegExp): HTMLElement {
  return screen.getByRole("button", { name });
}

test("the count of a rule stands beside it, step by step", async () => {
  await openAt("two-year");
  const rule = await screen.findByRole("group", { name: "All" });
  await within(rule).findAllByText("318");
  expect(screen.getByText(/customers, 26\.5.% of 1,200/)).toBeDefined();
});

test("a finished condition is saved and counted, an unfinished one waits", async () => {
  const host = await openAt("two-year");
  fireEvent.click(screen.getByRole("button", { name: "Condition" }));
  await choose(picker(/which column\?/), /^paperless/);
  expect(screen.getByText("not finished: counted without it")).toBeDefined();
  expect(host.sent).toEqual([]);
  fireEvent.click(await screen.findByRole("radio", { name: /^true ?\d+$/ }));
  await waitFor(() =>
    expect(segmentPatch(host)).toEqual({
      id: "two-year",
      rule: {
        all: [
          { column: "contract", op: "eq", value: "Two year" },
          { column: "paperless", op: "eq", value: true },
        ],
      },
    }),
  );
});

test("a number column offers comparisons of size and saves a number, not a text", async () => {
  const host = await openAt("two-year");
  fireEvent.click(screen.getByRole("button", { name: "Condition" }));
  await choose(picker(/which column\?/), /^tenure/);
  await choose(picker(/is at least/), /is less than/);
  const value = screen.getByRole("textbox", { name: "Value" });
  fireEvent.change(value, { target: { value: "1,2x" } });
  fireEvent.blur(value);
  expect(host.sent).toEqual([]);
  fireEvent.change(value, { target: { value: "12" } });
  fireEvent.blur(value);
  await waitFor(() =>
    expect(segmentPatch(host)?.rule).toMatchObject({
      all: [{}, { column: "tenure", op: "lt", value: 12 }],
    }),
  );
});

test("a rule may name another segment, and stays as it was after undo", async () => {
  const host = await openAt("two-year");
  fireEvent.click(screen.getByRole("button", { name: "Segment" }));
  await choose(picker(/which segment\?/), /Paper bills/);
  await waitFor(() =>
    expect(segmentPatch(host)?.rule).toMatchObject({ all: [{}, { not: { segment: "paper" } }] }),
  );
  await screen.findByText(/not \(in Paper bills\)/, { selector: "p:not(.soft)" });
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  await waitFor(() =>
    expect(screen.queryByRole("button", { name: /Paper bills Segment/ })).toBeNull(),
  );
});

test("s0_17_another_segment_becomes_primary_only_with_a_reason", async () => {
  const host = await openAt("two-year");
  await choose(picker(/Queued/), /Primary/);
  const dialog = await screen.findByRole("dialog");
  const answer = within(dialog).getByRole<HTMLButtonElement>("button", {
    name: "Make it primary",
  });
  expect(answer.disabled).toBe(true);
  fireEvent.change(within(dialog).getByRole("textbox"), {
    target: { value: "They renew without a discount" },
  });
  fireEvent.click(answer);
  await screen.findByRole("button", { name: /^Primary/ });
  expect((await host.book())?.chain.segments.map((it) => it.role)).toEqual([
    "queued",
    "primary",
    "not_for_us",
  ]);
});

test("s4_03_a_segment_is_validated_only_with_its_test_and_date", async () => {
  const host = await openAt("two-year");
  await choose(picker(/Hypothesis/), /^Validated/);
  const dialog = await screen.findByRole("dialog");
  const [what, when] = within(dialog).getAllByRole("textbox");
  if (what === undefined || when === undefined) throw new Error("two fields are asked");
  fireEvent.change(what, { target: { value: "Renewals of Q3 against Q2" } });
  const answer = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Mark it" });
  expect(answer.disabled).toBe(true);
  fireEvent.change(when, { target: { value: "1 Nov 2026" } });
  fireEvent.blur(when);
  fireEvent.click(answer);
  await waitFor(() =>
    expect(segmentPatch(host)).toEqual({
      id: "two-year",
      standing: "validated",
      tested: { test: "Renewals of Q3 against Q2", on: "2026-11-01" },
    }),
  );
});

test("s1_04_a_segment_without_a_decision_is_a_report_filter", async () => {
  await openAt("two-year");
  expect(screen.getByText("A report filter until it serves a decision")).toBeDefined();
  expect(screen.getByText(/^Report filter · 318 customers/)).toBeDefined();
});

test("s1_05_a_segment_says_what_it_is_for_in_any_of_five_purposes", async () => {
  const host = await openAt("two-year");
  const purposes = within(screen.getByRole("toolbar", { name: "What it is used for" })).getAllByRole("button");
  const names = ["understand", "prioritise", "personalise", "optimise", "act"];
  expect(purposes.map((it) => it.textContent?.toLowerCase())).toEqual(names);
  for (const it of purposes) {
    if (!isOn(it)) fireEvent.click(it);
  }
  await waitFor(async () =>
    expect((await host.book())?.chain.segments.find((it) => it.id === "two-year")?.purpose).toEqual(
      names,
    ),
  );
});

test("s2_11_the_three_questions_are_answered_from_what_is_written", async () => {
  await openAt("new-fibre");
  const size = screen.getByRole("complementary", { name: "Size" });
  expect(within(size).getByText(/A dropped call in front of a client/)).toBeDefined();
  expect(within(size).getByText(/Set-up call in week one/)).toBeDefined();
});

test("s0_13_how_they_decide_is_scored_and_taken_back", async () => {
  const host = await openAt("two-year");
  const urgency = screen.getByRole("radiogroup", { name: "Urgency from low to high" });
  fireEvent.click(within(urgency).getByRole("radio", { name: "4 of 5" }));
  await waitFor(() =>
    expect(segmentPatch(host)?.decides_by).toEqual({ urgency: { score: 4 } }),
  );
  await waitFor(() =>
    expect(within(urgency).getByRole<HTMLInputElement>("radio", { name: "4 of 5" }).checked).toBe(
      true,
    ),
  );
  fireEvent.keyDown(within(urgency).getByRole("radio", { name: "4 of 5" }), { key: "Delete" });
  await waitFor(() =>
    expect(segmentPatch(host)?.decides_by).toEqual({ urgency: { score: null } }),
  );
});

test("s0_07_whom_it_is_not_for_is_a_list_that_grows_and_shrinks", async () => {
  const host = await openAt("new-fibre");
  const list = screen.getByRole("list", { name: "Not for" });
  const write = (at: number, text: string) => {
    const line = within(list).getAllByRole("textbox")[at];
    if (line === undefined) throw new Error("the line is there");
    fireEvent.change(line, { target: { value: text } });
    fireEvent.blur(line);
  };
  write(1, "Offices");
  await waitFor(() =>
    expect(segmentPatch(host)?.not_for).toEqual(["Second homes, used some weeks a year", "Offices"]),
  );
  await waitFor(() => expect(within(list).getAllByRole("textbox")).toHaveLength(3));
  write(0, "");
  await waitFor(() => expect(segmentPatch(host)?.not_for).toEqual(["Offices"]));
});

test("without a table a segment is described in a sentence", async () => {
  const host = makeFakeHost({ chain: { ...filled().chain, datasets: [] }, imported: false });
  await openAt("two-year", host);
  expect(screen.getByText("No table to count in")).toBeDefined();
  const sentence = screen.getByRole("textbox", { name: "In a sentence" });
  fireEvent.change(sentence, { target: { value: "Households on a two-year contract" } });
  fireEvent.blur(sentence);
  await waitFor(() =>
    expect(segmentPatch(host)?.described).toBe("Households on a two-year contract"),
  );
});

test("a segment whose rule rests on this one is not offered to its rule", async () => {
  const user = userEvent.setup();
  await openAt("two-year");
  fireEvent.click(screen.getByRole("button", { name: "Segment" }));
  await user.click(picker(/which segment\?/));
  const offered = (await screen.findAllByRole("option")).map((it) => it.textContent);
  expect(offered).toEqual(["Paper bills"]);
});

function isOn(tag: HTMLElement): boolean {
  return tag.getAttribute("aria-pressed") === "true";
}

test("tags pressed one after the other while the host is slow are all kept", async () => {
  const host = await openAt("two-year");
  const release = host.hold();
  const tags = within(screen.getByRole("toolbar", { name: "What it changes" })).getAllByRole("button");
  const before = tags.filter(isOn).length;
  for (const it of tags.filter((tag) => !isOn(tag)).slice(0, 2)) fireEvent.click(it);
  release();
  await waitFor(() => expect(host.sent).toHaveLength(2));
  expect(segmentPatch(host)?.actions).toHaveLength(before + 2);
});

/** A fresh condition on a column of numbers, with its slider. */
async function numeric(column: RegExp): Promise<HTMLElement> {
  fireEvent.click(screen.getByRole("button", { name: "Condition" }));
  await choose(picker(/which column\?/), column);
  return screen.findByRole("slider");
}

const slid = (thumb: HTMLElement, key: string, times = 1) => {
  for (let pressed = 0; pressed < times; pressed += 1) {
    fireEvent.keyDown(thumb, { key });
    fireEvent.keyUp(thumb, { key });
  }
};

function writeBound(name: string, value: string) {
  const box = screen.getByRole("textbox", { name });
  fireEvent.change(box, { target: { value } });
  fireEvent.blur(box);
}

test("keys move a bound, the count follows at once, and one edit is sent when they rest", async () => {
  const host = await openAt("two-year");
  const thumb = await numeric(/^tenure/);
  expect([thumb.getAttribute("min"), thumb.getAttribute("max")]).toEqual(["0", "71"]);
  slid(thumb, "ArrowRight", 3);
  slid(thumb, "PageUp");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Value" }).value).toBe("10");
  expect(host.sent).toEqual([]);
  const { n } = await host.countRule("customers", {
    all: [
      { column: "contract", op: "eq", value: "Two year" },
      { column: "tenure", op: "ge", value: 10 },
    ],
  });
  await screen.findAllByText(String(n));
  await waitFor(() => expect(host.sent).toHaveLength(1));
  expect(segmentPatch(host)?.rule).toMatchObject({
    all: [{}, { column: "tenure", op: "ge", value: 10 }],
  });
});

test("escape takes a moved bound back, and undo writes it before it is taken back", async () => {
  const host = await openAt("two-year");
  const thumb = await numeric(/^tenure/);
  slid(thumb, "ArrowRight", 5);
  slid(thumb, "Escape");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Value" }).value).toBe("");
  slid(thumb, "ArrowRight");
  fireEvent.blur(thumb);
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Undo" }).disabled).toBe(false),
  );
  slid(thumb, "ArrowRight", 8);
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  await waitFor(() => expect(host.sent).toHaveLength(2));
  await waitFor(async () => {
    const rule = (await host.book())?.chain.segments.find((it) => it.id === "two-year")?.rule;
    expect(rule).toMatchObject({ all: [{}, { column: "tenure", op: "ge", value: 1 }] });
  });
});

test("of a range the end that stays keeps its last digit", async () => {
  const host = await openAt("two-year");
  await numeric(/^monthly_charges/);
  await choose(picker(/is at least/), /is between/);
  writeBound("From", "30.123");
  writeBound("To", "80.5");
  await waitFor(() => expect(host.sent).toHaveLength(1));
  const [, upper] = screen.getAllByRole("slider");
  if (upper === undefined) throw new Error("a range has two thumbs");
  slid(upper, "ArrowLeft");
  fireEvent.blur(upper);
  await waitFor(() => expect(host.sent).toHaveLength(2));
  const rule = segmentPatch(host)?.rule;
  const values = rule !== undefined && "all" in rule ? rule.all.at(-1) : undefined;
  expect(values).toMatchObject({ column: "monthly_charges", op: "between", value: [30.123, 80.4] });
});
