import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";
import { applied, blankChain } from "../../host/fake/records";

async function open(segment: string | null): Promise<FakeHost> {
  const host = makeFakeHost(
    segment === null ? { ...filled(), chain: blankChain() } : filled(),
  );
  window.location.hash = segment === null ? "#/path" : `#/path/${segment}`;
  render(<App host={host} />);
  await screen.findByRole("navigation", { name: "The six steps" });
  return host;
}

const steps = () => within(screen.getByRole("navigation", { name: "The six steps" }));
const step = (name: RegExp) => steps().getByRole("button", { name });

async function write(name: string, text: string) {
  const field = screen.getByRole("textbox", { name });
  fireEvent.change(field, { target: { value: text } });
  await act(async () => {
    fireEvent.blur(field);
    await Promise.resolve();
  });
}

test("s1_31_the_path_begins_at_a_decision_and_a_preset_makes_the_segment_for_it", async () => {
  const user = userEvent.setup();
  const host = await open(null);
  expect(screen.getByText(/no data is needed yet/)).toBeDefined();
  const presets = screen.getAllByRole("button", { name: /^Take / });
  expect(presets).toHaveLength(6);
  await user.click(screen.getByRole("button", { name: /Whom does sales call first/ }));
  await waitFor(() => expect(host.sent).toHaveLength(1));
  const [patch] = host.sent;
  expect(patch?.decisions?.[0]?.question).toBe("Whom does sales call first?");
  expect(patch?.decisions?.[0]?.options?.length).toBeGreaterThan(1);
  expect(patch?.segments?.[0]).toMatchObject({
    role: "primary",
    decision: patch?.decisions?.[0]?.id,
  });
});

test("s1_32_a_dimension_is_written_with_the_reason_why_it_explains_the_decision", async () => {
  const user = userEvent.setup();
  const host = await open("new-fibre");
  await user.click(step(/^Dimensions/));
  await write("Dimension 1", "Length of the contract");
  await waitFor(() =>
    expect(host.sent.at(-1)?.decisions?.[0]?.dimensions).toEqual([
      { name: "Length of the contract", why: "" },
    ]),
  );
  await write("Why Length of the contract could explain it", "It can be left any month");
  await waitFor(() =>
    expect(host.sent.at(-1)?.decisions?.[0]?.dimensions?.[0]?.why).toBe("It can be left any month"),
  );
});

test("s1_33_without_a_table_what_is_expected_is_written_and_the_step_says_so", async () => {
  const user = userEvent.setup();
  const host = await open(null);
  await user.click(screen.getByRole("button", { name: /Whom does sales call first/ }));
  await waitFor(() => expect(host.sent).toHaveLength(1));
  await user.click(step(/^Data/));
  await write("What you expect", "Twice as many leads accepted");
  await waitFor(() =>
    expect(host.sent.at(-1)?.segments?.[0]?.expects).toBe("Twice as many leads accepted"),
  );
  await waitFor(() => expect(step(/^Data/).textContent).toContain("expected, not measured"));
});

test("s1_34_comparing_shows_the_downstream_metrics_with_n_and_a_verdict", async () => {
  const user = userEvent.setup();
  await open("new-fibre");
  await user.click(step(/^Compare/));
  const table = await screen.findByRole("table", { name: "Against everyone else" });
  const row = within(table).getByRole("row", { name: /^Churn/ });
  expect(row.textContent).toMatch(/%.*of \d/);
});

test("s1_35_what_the_segment_changes_is_chosen_on_the_path", async () => {
  const user = userEvent.setup();
  const host = await open("new-fibre");
  await user.click(step(/^Act/));
  const before = filled().chain.segments[0]?.actions.length ?? 0;
  await user.click(screen.getByRole("button", { name: "reporting" }));
  await waitFor(() => expect(host.sent.at(-1)?.segments?.[0]?.actions).toHaveLength(before + 1));
});

test("s1_36_the_review_date_ends_the_path", async () => {
  const user = userEvent.setup();
  const host = await open("two-year");
  await user.click(step(/^Review/));
  await write("Review on", "1 Mar 2027");
  await waitFor(() => expect(host.sent.at(-1)?.segments?.[0]?.review_on).toBe("2027-03-01"));
  await waitFor(() => expect(step(/^Review/).textContent).toContain("done"));
});

test("a step that was passed over stays in sight as skipped, and can be gone back to", async () => {
  const user = userEvent.setup();
  await open("two-year");
  await user.click(step(/^Review/));
  await write("Review on", "1 Mar 2027");
  await waitFor(() => expect(step(/^Decision/).textContent).toContain("skipped"));
  await user.click(step(/^Decision/));
  expect(screen.getByRole("textbox", { name: "What is decided" })).toBeDefined();
});

test("a step that is half done is begun, and going on from it skips nothing", async () => {
  const user = userEvent.setup();
  const host = await open("two-year");
  await user.click(step(/^Review/));
  await write("Review on", "1 Mar 2027");
  await user.click(step(/^Decision/));
  await write("What is decided", "What is done to keep them?");
  await waitFor(() => expect(host.sent.at(-1)?.decisions?.[0]?.question).toBeDefined());
  await waitFor(() => expect(step(/^Decision/).textContent).toContain("begun"));
  expect(screen.getByText(/left: who decides, by when/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Go on: Dimensions" })).toBeDefined();
});

test("kinds of change that came with a template make no step before them skipped", async () => {
  const chain = applied(blankChain(), { segments: [{ id: "first", actions: ["message"] }] });
  const host = makeFakeHost({ chain, imported: false });
  window.location.hash = "#/path/first";
  render(<App host={host} />);
  await screen.findByRole("navigation", { name: "The six steps" });
  expect(step(/^Act/).textContent).toContain("done");
  expect(steps().queryByText("skipped")).toBeNull();
});

test("s0_44_the_doorway_tells_segment_value_and_positioning_apart", async () => {
  const user = userEvent.setup();
  await open("new-fibre");
  await user.click(screen.getByRole("button", { name: "How it works" }));
  const card = within(screen.getByRole("region", { name: "A doorway, a room and a sign" }));
  for (const said of [/doorway is the segment/, /room is the value/, /sign is the positioning/]) {
    expect(card.getByText(said)).toBeDefined();
  }
  await user.click(card.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("region", { name: "A doorway, a room and a sign" })).toBeNull();
});
