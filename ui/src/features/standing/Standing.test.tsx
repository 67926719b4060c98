import { fireEvent, render, screen, within } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { expect, test } from "vitest";

import { makeClient } from "../../api/client";
import { reads, useRead } from "../../api/queries";
import type { Link, Patch } from "../../api/types";
import { HostProvider } from "../../host/context";
import { makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";
import { applied } from "../../host/fake/records";
import { Standing } from "./Standing";

function Head({ link }: { link: Link }) {
  const book = useRead(reads.book, []).data;
  const view = book?.segments.find((it) => it.id === "new-fibre");
  return book && view ? <Standing book={book} view={view} link={link} /> : null;
}

/** The head of a link of the filled workbook, after these edits. */
async function show(link: Link, ...edits: Patch[]) {
  const seed = filled();
  const host = makeFakeHost({ ...seed, chain: edits.reduce(applied, seed.chain) });
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={makeClient()}>
        <Head link={link} />
      </QueryClientProvider>
    </HostProvider>,
  );
  await screen.findByRole("button", { name: /What it rests on/ });
  return host;
}

const open = () => fireEvent.click(screen.getByRole("button", { name: /What it rests on/ }));
const plain: Patch = {
  segments: [{ id: "new-fibre", value: { payoffs: [{ id: "payoff-1", text: "3 hours a week" }] } }],
};

/** The positioning confirmed on one payoff, and that payoff changed since. */
async function showStale() {
  const seed = filled();
  const payoff = seed.chain.segments.find((it) => it.id === "new-fibre")?.value.payoffs[0];
  if (payoff === undefined) throw new Error("the filled workbook has a payoff");
  const record = `payoffs/${payoff.id}`;
  const rests = [{ record, field: "text", text: "5 hours a week" }];
  const only: Patch = {
    segments: [
      {
        id: "new-fibre",
        value: { payoffs: [{ id: payoff.id, text: "3 hours a week" }] },
        positioning: { for_whom: "New fibre customers" },
      },
    ],
    confirmations: [
      { link: "new-fibre/positioning", on: "2026-11-12", only_wording: false, basis: "rests", rests },
    ],
  };
  return show("positioning", only);
}

test("a draft with something left cannot be confirmed and says what is left", async () => {
  await show("value", {
    segments: [
      { id: "new-fibre", value: { payoffs: [{ id: "vague", text: "Saves time and is easy" }] } },
    ],
  });
  expect(screen.getByRole("button", { name: "Confirm" }).hasAttribute("disabled")).toBe(true);
  expect(screen.getByText(/left$/)).toBeDefined();
});

test("a complete link is confirmed in one click, and says so", async () => {
  const host = await show("segment", plain);
  fireEvent.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByText("Sound, confirmed 23 Nov 2026")).toBeDefined();
  const book = await host.book();
  expect(book?.undo).toBe("Confirmed the segment of New fibre households on a monthly contract");
});

test("a stale link says since when, and in one click what was and what is", async () => {
  await showStale();
  expect(screen.getByText("Stale since 22 Nov")).toBeDefined();
  open();
  const why = within(await screen.findByRole("dialog"));
  expect((await why.findByText("5 hours a week")).tagName).toBe("DEL");
  expect(why.getAllByText("3 hours a week").length).toBeGreaterThan(0);
  const [way] = why.getAllByRole("link", { name: "Payoff 1" });
  expect(way?.getAttribute("href")).toMatch(/^#\/value\/new-fibre\/.+\/text$/);
});

test("only wording keeps a stale link in one click", async () => {
  const host = await showStale();
  fireEvent.click(screen.getByRole("button", { name: "Only wording" }));
  expect(await screen.findByText("Sound, confirmed 23 Nov 2026")).toBeDefined();
  const { chain } = (await host.book()) ?? {};
  const word = chain?.confirmations.find((it) => it.link === "new-fibre/positioning");
  expect(word?.only_wording).toBe(true);
});

test("a stale link is confirmed as it stands from what it says of itself", async () => {
  await showStale();
  open();
  const why = within(await screen.findByRole("dialog"));
  fireEvent.click(why.getByRole("button", { name: "Confirm as it stands" }));
  expect(await screen.findByText("Sound, confirmed 23 Nov 2026")).toBeDefined();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a sound link shows what it rests on in one click", async () => {
  await show("decision");
  expect(screen.getByText("Sound, confirmed 12 Nov 2026")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Confirm" })).toBeNull();
  open();
  const why = within(await screen.findByRole("dialog"));
  expect(await why.findByText(/a decision rests on nothing/)).toBeDefined();
});

test("what is missing is not there to be confirmed", async () => {
  await show("journey", { remove: ["touchpoints/touch-1", "touchpoints/touch-2", "touchpoints/touch-3"] });
  expect(screen.queryByRole("button", { name: "Confirm" })).toBeNull();
});
