import { fireEvent, render, screen } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { expect, test } from "vitest";

import { makeClient } from "../api/queries";
import type { LinkView, SegmentView } from "../api/types";
import { HostProvider } from "../host/context";
import { makeFakeHost } from "../host/fake/fake";
import { filled } from "../host/fake/filled";
import { ConfirmLink } from "./ConfirmLink";

function show(link: Partial<LinkView>) {
  const host = makeFakeHost(filled());
  const view: SegmentView = {
    id: "new-fibre",
    n: null,
    share: null,
    rows: null,
    unit: "",
    problem: null,
    report_filter: false,
    rule_words: "",
    path: [],
    links: [{ link: "value", state: "draft", needs: [], confirmed_on: "", ...link }],
    statement: { runs: [], questions: [], words: 0, seconds: 0 },
  };
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={makeClient()}>
        <ConfirmLink view={view} link="value" />
      </QueryClientProvider>
    </HostProvider>,
  );
  return host;
}

test("a draft with something left cannot be confirmed and says what is left", () => {
  show({ needs: ["not_for", "confirmation"] });
  expect(screen.getByText("left: whom it is not for")).toBeDefined();
  expect(screen.getByRole("button", { name: "Confirm" }).hasAttribute("disabled")).toBe(true);
});

test("a complete draft is confirmed as of today, resting on what stands now", async () => {
  const host = show({ needs: ["confirmation"] });
  fireEvent.click(screen.getByRole("button", { name: "Confirm" }));
  await expect.poll(() => host.sent).toHaveLength(1);
  const confirmation = host.sent[0]?.confirmations?.[0];
  expect(confirmation).toMatchObject({ link: "new-fibre/value", only_wording: false, basis: "" });
  expect(confirmation?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test("a stale link can be kept as a change of wording only", async () => {
  const host = show({ state: "stale", confirmed_on: "2026-11-12" });
  expect(screen.getByText("What it rests on changed after 12 Nov 2026")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Only wording" }));
  await expect.poll(() => host.sent[0]?.confirmations?.[0]?.only_wording).toBe(true);
});

test("a sound link says when it was confirmed and asks for nothing", () => {
  show({ state: "sound", confirmed_on: "2026-11-12" });
  expect(screen.getByText("Confirmed 12 Nov 2026")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});

test("what is missing is not there to be confirmed", () => {
  show({ state: "missing", needs: ["job"] });
  expect(screen.queryByRole("button")).toBeNull();
});
