import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import type { ChangedRecord, NextStep } from "../../api/types";
import { App } from "../../app/App";
import { type FakeBook, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";
import { HostError } from "../../host/host";
import { applied, blankChain } from "../../host/fake/records";

beforeEach(() => {
  window.location.hash = "";
});

async function open(seed: FakeBook = filled()) {
  const host = makeFakeHost(seed);
  render(<App host={host} />);
  await screen.findByRole("link", { name: "Map", current: "page" });
  return host;
}

function rows() {
  return within(screen.getByRole("grid", { name: "Segments and their links" }));
}

function step(record: string): NextStep {
  return {
    kind: "confirm",
    segment: "new-fibre",
    link: "value",
    need: null,
    record,
    message: "",
    due: null,
    changed: null,
    broken: null,
    more: 0,
  };
}

function node(name: RegExp) {
  return rows().getByRole("link", { name });
}

test("an open workbook lands on the Map", async () => {
  await open();
  expect(window.location.hash).toBe("#/map");
  expect(screen.getByRole("button", { name: "All segments" })).toBeDefined();
});

test("the chain bar counts the links of all segments and leads to those of the primary", async () => {
  await open();
  const chain = within(screen.getByRole("navigation", { name: "Chain" }));
  const decision = chain.getByRole("link", { name: /^Decision/ });
  expect(decision.textContent).toBe("Decision1sound2missing");
  expect(decision.getAttribute("href")).toBe("#/decision/new-fibre");
});

test("s0_01_every_node_says_whose_it_is_how_it_stands_and_what_is_left", async () => {
  await open();
  expect(
    node(/^New fibre households.*, Decision, sound: Where does the Q1 retention budget go\?$/),
  ).toBeDefined();
  const value = node(/^New fibre households.*, Value, draft: 2 warnings$/);
  expect(value.getAttribute("href")).toBe("#/value/new-fibre");
  expect(node(/^Two-year households, Decision, missing: decides nothing$/)).toBeDefined();
});

test("the grid is one stop for Tab, and arrow keys walk the nodes", async () => {
  const user = userEvent.setup();
  await open();
  const names = rows().getAllByRole("link");
  expect(names.filter((it) => it.tabIndex === 0)).toHaveLength(1);
  names[0]?.focus();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  await waitFor(() => expect(document.activeElement?.getAttribute("href")).toBe("#/segment/new-fibre"));
  expect(document.activeElement?.ariaLabel).toContain("Segment, draft");
  await user.keyboard("{ArrowDown}");
  await waitFor(() =>
    expect(document.activeElement?.ariaLabel).toMatch(/^Two-year households, Segment/),
  );
  await user.keyboard("{ArrowDown}{End}");
  await waitFor(() => expect(document.activeElement?.getAttribute("href")).toBe("#/results/paper"));
});

test("the next step leads to its place, and not now tells the next best", async () => {
  await open();
  const next = within(screen.getByRole("region", { name: "Next step" }));
  expect(next.getByText("Two-year households decides nothing yet.")).toBeDefined();
  fireEvent.click(next.getByRole("button", { name: "Not now" }));
  expect(await next.findByText("Paper bills decides nothing yet.")).toBeDefined();
  fireEvent.click(next.getByRole("button", { name: "Write the decision" }));
  await waitFor(() => expect(window.location.hash).toBe("#/decision/paper"));
});

test("when everything is put off the Map says so, and brings it back", async () => {
  const { chain } = filled();
  await open({ chain, imported: true, says: { next_steps: [step("later")], file_name: "a" } });
  const next = within(screen.getByRole("region", { name: "Next step" }));
  fireEvent.click(next.getByRole("button", { name: "Not now" }));
  expect(await next.findByText("One step is put off; nothing else is open.")).toBeDefined();
  fireEvent.click(next.getByRole("button", { name: "Show them again" }));
  expect(await next.findByRole("button", { name: "Not now" })).toBeDefined();
});

test("with nothing left to do the Map says that every link is sound", async () => {
  await open({ ...filled(), says: { next_steps: [] } });
  expect(screen.getByText("Every link is sound.")).toBeDefined();
});

test("figures follow the lines: difference, verdict and n against everyone else, in words", async () => {
  const host = makeFakeHost(filled());
  render(<App host={host} />);
  const letGo = await screen.findByRole("grid").then(() => host.hold());
  expect(rows().getByText("New fibre households on a monthly contract")).toBeDefined();
  letGo();
  const name = /^New fibre households.*, results against everyone else: Churn \+[\d.]+ points, worse, n \d+; /;
  expect(await rows().findByRole("link", { name })).toBeDefined();
  expect(screen.getByText("Against everyone else, points")).toBeDefined();
});

test("figures that cannot be read say so and are asked for again; the lines stay", async () => {
  const host = makeFakeHost(filled());
  host.failNext("mapResults", new HostError("io", "The disk did not answer.", "Try again."));
  render(<App host={host} />);
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("The figures could not be read.");
  expect(node(/^Two-year households, Decision/)).toBeDefined();
  fireEvent.click(within(alert).getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("too few people and no data are told apart", async () => {
  const { chain } = filled();
  const few = { column: "customer_id", op: "eq", value: "C-00001" } as const;
  await open({
    chain: applied(chain, {
      segments: [
        { id: "two-year", rule: few },
        { id: "told", name: "Told", described: "Those who call", role: "queued" },
      ],
    }),
    imported: true,
  });
  expect(await rows().findByRole("link", { name: /Two-year.*Churn: too few to say, n 1;/ })).toBeDefined();
  expect(rows().getByRole("link", { name: /Told.*Churn: not measured yet/ })).toBeDefined();
});

test("without a downstream metric the head says where to choose one", async () => {
  const { chain } = filled();
  await open({ chain: { ...chain, metrics: [] }, imported: true });
  const way = await screen.findByRole("link", { name: "Choose a metric" });
  expect(way.getAttribute("href")).toBe("#/data");
});

const CHANGE: ChangedRecord = {
  record: "payoffs/payoff-1",
  segment: "new-fibre",
  said: [
    {
      record: "payoffs/payoff-1",
      field: "text",
      was: "No dropped call in the first 60 working days",
      now: "No dropped call in the first 30 working days",
    },
  ],
  broken: [
    {
      segment: "new-fibre",
      link: "positioning",
      record: "segments/new-fibre",
      field: "benefit",
      text: "keeps every working call up in the first 60 working days",
      start: 41,
      end: 51,
    },
    {
      segment: "new-fibre",
      link: "journey",
      record: "touchpoints/touch-1",
      field: "text",
      text: "60 working days without a dropped call.",
      start: 0,
      end: 10,
    },
    {
      segment: "two-year",
      link: "results",
      record: "segments/two-year",
      field: "",
      text: "",
      start: 0,
      end: 0,
    },
  ],
};

test("one change leads to each record that no longer holds, with its exact words", async () => {
  await open({ ...filled(), says: { changes: [CHANGE] } });
  const blast = within(
    screen.getByRole("region", { name: "One change, three records that no longer hold" }),
  );
  expect(blast.getByText("Payoff 1")).toBeDefined();
  expect(blast.getByText("60").tagName).toBe("DEL");
  const rowsOfIt = blast.getAllByRole("listitem").map((it) => it.textContent);
  expect(rowsOfIt).toEqual([
    "Statement v3“keeps every working call up in the first 60 working days”Review",
    "Ad“60 working days without a dropped call.”Review",
    "Results of Two-year householdsrests on itReview",
  ]);
  expect(blast.getAllByText("60 working").map((it) => it.tagName)).toEqual(["MARK", "MARK"]);
  fireEvent.click(blast.getByRole("button", { name: "Review: Ad" }));
  await waitFor(() => expect(window.location.hash).toBe("#/journey/new-fibre/touch-1/text"));
});

test("while nothing is stale there is no blast radius", async () => {
  await open();
  expect(screen.queryByText(/no longer hold/)).toBeNull();
});

test("what is coming up stands soonest first, and overdue things say so", async () => {
  const { chain } = filled();
  await open({
    chain: applied(chain, { segments: [{ id: "two-year", review_on: "2026-11-20" }] }),
    imported: true,
  });
  const coming = within(screen.getByRole("region", { name: "Coming up" }));
  const [first, second] = coming.getAllByRole("listitem").map((it) => it.textContent);
  expect(first).toBe("4 days overdueReview: Two-year households");
  expect(second).toBe("31 JanWhere does the Q1 retention budget go?Mira");
});

test("s0_10_a_feature_in_several_segments_shows_which_payoff_it_serves_in_each", async () => {
  const { chain } = filled();
  const value = {
    payoffs: [{ id: "calm", text: "Nobody waits for a call back" }],
    features: [{ id: "backup", text: "4G backup in the router", payoff: "calm" }],
  };
  await open({ chain: applied(chain, { segments: [{ id: "two-year", value }] }), imported: true });
  expect(screen.queryByText("Nobody waits for a call back")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /^Same feature, different value/ }));
  const row = within(screen.getByRole("row", { name: /^4G backup in the router/ }));
  expect(row.getAllByRole("cell").map((it) => it.textContent)).toEqual([
    "No dropped call in the first 30 working days",
    "Nobody waits for a call back",
  ]);
});

test("retired segments are folded away, and shown when asked for", async () => {
  const { chain } = filled();
  await open({
    chain: applied(chain, { segments: [{ id: "two-year", standing: "retired" }] }),
    imported: true,
  });
  expect(screen.queryByText("Two-year households")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /^Set aside/ }));
  expect(screen.getByText("Two-year households")).toBeDefined();
  expect(screen.getByText("Report filter · retired")).toBeDefined();
});

test("s0_39 a segment that failed its test stays in view below the others", async () => {
  const { chain } = filled();
  await open({
    chain: applied(chain, { segments: [{ id: "two-year", standing: "invalidated" }] }),
    imported: true,
  });
  const fold = screen.getByRole("button", { name: /^Set aside\s*1 retired or invalidated/ });
  expect(fold.getAttribute("aria-expanded")).toBe("true");
  const aside = within(screen.getByRole("region", { name: "Set aside" }));
  expect(aside.getByText("Two-year households")).toBeDefined();
  fireEvent.click(fold);
  expect(aside.queryByText("Two-year households")).toBeNull();
});

test("the offering is written in place", async () => {
  const host = await open();
  const summary = screen.getByRole("textbox", { name: "The offering in a sentence" });
  fireEvent.change(summary, { target: { value: "Internet that stays up on working days." } });
  fireEvent.blur(summary);
  await waitFor(() =>
    expect(host.sent.at(-1)).toEqual({
      offering: { summary: "Internet that stays up on working days." },
    }),
  );
});

test("without a segment the Map says what to do, with one button that does it", async () => {
  const host = await open({ chain: blankChain(), imported: false });
  expect(screen.getByText("Or start from a customer table").getAttribute("href")).toBe("#/data");
  fireEvent.click(within(screen.getByRole("main")).getByRole("button", { name: "New segment" }));
  await waitFor(() => expect(host.sent.at(-1)?.segments?.[0]?.role).toBe("primary"));
});
