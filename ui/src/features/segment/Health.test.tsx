import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import type { Book, Health } from "../../api/types";
import { App } from "../../app/App";
import { makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";

const SOUND: Health = {
  checks: [
    { name: "decision", lacks: [] },
    { name: "data", lacks: [] },
    { name: "truth", lacks: [] },
  ],
  badges: [
    { name: "purpose", state: "earned", lacks: [] },
    { name: "actionable", state: "earned", lacks: [] },
    { name: "dynamic", state: "earned", lacks: [] },
  ],
  retire: false,
};

beforeEach(() => {
  window.location.hash = "#/segment/two-year";
});

/** The segment's page, as the host says that the segment stands. */
async function open(health: Partial<Health>, twins: Book["segments"][0]["twins"] = []) {
  const seed = filled();
  const book = await makeFakeHost(seed).book();
  const segments = (book?.segments ?? []).map((it) =>
    it.id === "two-year" ? { ...it, twins, health: { ...SOUND, ...health } } : it,
  );
  const host = makeFakeHost({ ...seed, says: { segments } });
  render(<App host={host} />);
  return { host, row: within(await screen.findByRole("region", { name: "Does it earn its name?" })) };
}

test("s1_28_the_three_checks_say_what_is_wrong_by_name", async () => {
  const { row } = await open({
    checks: [
      { name: "decision", lacks: ["no_decision"] },
      { name: "data", lacks: ["undated", "too_few"] },
      { name: "truth", lacks: [] },
    ],
  });
  const said = row.getAllByRole("listitem").map((it) => it.textContent);
  expect(said.slice(0, 3)).toEqual([
    "Decides something: no decision",
    "Known from good data: the data have no date, fewer than 30 people",
    "Looked at again: yes",
  ]);
});

test("s1_29_badges_are_earned_and_lapse_with_the_reason", async () => {
  const { row } = await open({
    badges: [
      { name: "purpose", state: "earned", lacks: [] },
      { name: "actionable", state: "open", lacks: ["no_reach"] },
      { name: "dynamic", state: "lapsed", lacks: ["review_past"] },
    ],
  });
  const said = row.getAllByRole("listitem").map((it) => it.textContent);
  expect(said.slice(3)).toEqual([
    "Purpose-driven earned",
    "Actionable not yet: no way to reach them",
    "Dynamic lapsed: the date to look at it again has passed",
  ]);
});

test("s1_38_a_segment_that_changes_nothing_is_retired_from_its_page", async () => {
  const { host, row } = await open({ retire: true });
  fireEvent.click(row.getByRole("button", { name: "Retire it" }));
  await waitFor(() =>
    expect(host.sent.at(-1)).toEqual({ segments: [{ id: "two-year", standing: "retired" }] }),
  );
});

test("s0_14_twins_are_hinted_with_the_scores_that_differ", async () => {
  const { row } = await open({}, [
    { segment: "paper", compared: 6, apart: [{ axis: "approvals", mine: 2, theirs: 1 }] },
  ]);
  expect(
    row.getByText("Decides like Paper bills, except for approvals (2 and 1). Merge them?"),
  ).toBeDefined();
});
