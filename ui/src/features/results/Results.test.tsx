import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";
import { blankChain, blankSegment } from "../../host/fake/records";
import { HostError } from "../../host/host";

function at(segment: string, host: FakeHost): FakeHost {
  window.location.hash = `#/results/${segment}`;
  render(<App host={host} />);
  return host;
}

const compared = () => screen.findByRole("region", { name: "Results against everyone else" });

async function write(into: Element, text: string) {
  fireEvent.change(into, { target: { value: text } });
  await act(async () => {
    fireEvent.blur(into);
    await Promise.resolve();
  });
}

test("every rate stands beside its n, and every verdict beside its interval", async () => {
  at("new-fibre", makeFakeHost(filled()));
  const churn = within(await compared()).getByRole("article", { name: "Churn" });
  expect(churn.textContent).toMatch(/[\d.]+\s%\s?of \d/);
  expect(within(churn).getByText(/by [\d.]+ to [\d.]+ points/)).toBeDefined();
  const plot = within(churn).getByRole("img");
  expect(plot.getAttribute("aria-label")).toContain("95 % interval");
});

test("an early metric without a partner is asked for one and not drawn", async () => {
  const host = at("new-fibre", makeFakeHost(filled()));
  const results = within(await compared());
  expect(results.queryByRole("article", { name: "One-year offer opened" })).toBeNull();
  const open = screen.getByRole("region", { name: "Needs a downstream partner" });
  fireEvent.click(within(open).getByRole("button"));
  fireEvent.click(await screen.findByRole("option", { name: "Churn" }));
  expect(await results.findByRole("article", { name: "One-year offer opened" })).toBeDefined();
  expect(host.sent[0]?.metrics?.[0]).toEqual({ id: "one-year", partner: "churn" });
});

test("s0_18_a_target_is_set_in_percent_and_kept_as_a_fraction", async () => {
  const host = at("new-fibre", makeFakeHost(filled()));
  await compared();
  await write(screen.getByRole("textbox", { name: "Aim for Stayed past a year" }), "70");
  await waitFor(() =>
    expect(host.sent[0]?.segments?.[0]?.targets).toEqual([
      { metric: "churn", value: 0.35, by: "2027-03-01" },
      { metric: "stayed", value: 0.7, by: "" },
    ]),
  );
});

test("an emptied target is no target", async () => {
  const host = at("new-fibre", makeFakeHost(filled()));
  await compared();
  await write(screen.getByRole("textbox", { name: "Aim for Churn" }), "");
  await waitFor(() => expect(host.sent[0]?.segments?.[0]?.targets).toEqual([]));
});

test("s4_03_the_page_says_how_many_comparisons_were_made_and_that_it_is_no_test", async () => {
  at("new-fibre", makeFakeHost(filled()));
  const results = await compared();
  expect(results.textContent).toMatch(/\d+ comparisons, q by metric \(Benjamini–Hochberg\)/);
  expect(results.textContent).toContain("Associations, not a test.");
});

test("without a table and a metric the page leads to the data", async () => {
  const chain = { ...blankChain(), segments: [blankSegment("only")] };
  at("only", makeFakeHost({ chain, imported: false }));
  expect(await screen.findByText("Nothing is measured yet", { selector: "b" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Go to the data" }));
  await waitFor(() => expect(window.location.hash).toBe("#/data/only"));
});

test("a segment without a rule is told to write one", async () => {
  const { chain } = filled();
  const segments = [...chain.segments, blankSegment("described")];
  at("described", makeFakeHost({ chain: { ...chain, segments }, imported: true }));
  expect(await screen.findByRole("button", { name: "Write the rule" })).toBeDefined();
});

test("results that cannot be had say why", async () => {
  const host = makeFakeHost(filled());
  host.failNext("results", new HostError("io", "The rows could not be read.", "Try again."));
  at("new-fibre", host);
  expect((await screen.findByRole("alert")).textContent).toContain("The rows could not be read.");
});
