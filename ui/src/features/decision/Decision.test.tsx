import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";

async function at(segment: string): Promise<FakeHost> {
  const host = makeFakeHost(filled());
  window.location.hash = `#/decision/${segment}`;
  render(<App host={host} />);
  await screen.findByRole("textbox", { name: "What is decided" });
  return host;
}

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>("textbox", { name });
const head = () => screen.getByRole("heading", { level: 1 }).textContent;

async function write(into: HTMLTextAreaElement, text: string) {
  fireEvent.change(into, { target: { value: text } });
  await act(async () => {
    fireEvent.blur(into);
    await Promise.resolve();
  });
}

test("s1_04_a_segment_without_a_decision_is_a_report_filter_and_says_what_it_takes", async () => {
  await at("two-year");
  expect(head()).toBe("A report filter: it serves no decision yet");
  expect(screen.getByText(/A question that can be answered/).textContent).toContain("open");
});

test("writing the question makes the decision and attaches it in one step", async () => {
  const host = await at("two-year");
  await write(field("What is decided"), "Do we raise the two-year price?");
  await waitFor(() => expect(host.sent).toHaveLength(1));
  const [patch] = host.sent;
  expect(patch?.decisions?.[0]?.question).toBe("Do we raise the two-year price?");
  expect(patch?.segments?.[0]).toEqual({ id: "two-year", decision: patch?.decisions?.[0]?.id });
  await waitFor(() => expect(head()).toBe("A decision without an owner and a date"));
});

test("leaving the empty question changes nothing", async () => {
  const host = await at("two-year");
  await write(field("What is decided"), "");
  expect(host.sent).toEqual([]);
});

test("a decision of the workbook can be attached", async () => {
  const host = await at("two-year");
  fireEvent.click(screen.getByRole("button", { name: "Attach “Do we keep the two-year price?”" }));
  await waitFor(() =>
    expect(host.sent).toEqual([{ segments: [{ id: "two-year", decision: "decision-price" }] }]),
  );
  await waitFor(() => expect(head()).toBe("A decision without a date"));
});

test("a decision with owner and date is said as who decides by when", async () => {
  await at("new-fibre");
  expect(head()).toBe("Mira decides by 31 Jan 2027");
});

test("after a decision was let go, writing begins another one", async () => {
  const host = await at("new-fibre");
  fireEvent.click(screen.getByRole("button", { name: "Detach from this segment" }));
  await waitFor(() => expect(head()).toBe("A report filter: it serves no decision yet"));
  await write(field("What is decided"), "Which call comes first?");
  await waitFor(() => expect(host.sent).toHaveLength(2));
  expect(host.sent[1]?.decisions?.[0]?.id).not.toBe("decision-q1");
});

test("an option is added on the empty line", async () => {
  const host = await at("new-fibre");
  await write(field("Option 3"), "Leave it as it is");
  await waitFor(() =>
    expect(host.sent[0]?.decisions?.[0]?.options).toEqual([
      "Call new fibre customers",
      "Discount for longer contracts",
      "Leave it as it is",
    ]),
  );
});
