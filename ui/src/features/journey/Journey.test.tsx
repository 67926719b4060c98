import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";

let host: FakeHost;

beforeEach(async () => {
  host = makeFakeHost(filled());
  window.location.hash = "#/journey/new-fibre";
  render(<App host={host} />);
  await screen.findByRole("table", { name: "The words they meet" });
});

const head = () => screen.getByRole("heading", { level: 1 }).textContent;

test("the page says how many touchpoints carry no claim", () => {
  expect(head()).toBe("1 of 3 touchpoints carries no claim");
});

test("a claim is chosen from the payoffs and proofs of the segment", async () => {
  fireEvent.click(screen.getByRole("button", { name: "Claim of touchpoint 3" }));
  const entries = await screen.findAllByRole("menuitem");
  expect(entries.map((it) => it.textContent)).toEqual([
    "No dropped call in the first 30 working dayspayoff",
    "Online the same evening, installed in 40 minutes, faster than any rivalpayoff",
    "Outage log of 412 homes: 0.3 dropped callsproof",
  ]);
  const [first] = entries;
  if (first !== undefined) fireEvent.click(first);
  await waitFor(() => expect(head()).toBe("All 3 touchpoints carry a claim"));
  expect(host.sent[0]?.segments?.[0]?.touchpoints?.[0]).toEqual({
    id: "touch-3",
    claims: ["payoff-1"],
  });
});

test("a claim is dropped where it stands", async () => {
  const drop = "No longer carry “Outage log of 412 homes: 0.3 dropped calls”";
  fireEvent.click(screen.getByRole("button", { name: drop }));
  await waitFor(() => expect(screen.queryByRole("button", { name: drop })).toBeNull());
  expect(host.sent[0]?.segments?.[0]?.touchpoints?.[0]?.claims).toEqual(["payoff-1"]);
});

test("words pasted in the empty row are a touchpoint, and another empty row follows", async () => {
  const words = screen.getByRole("textbox", { name: "Words of touchpoint 4" });
  fireEvent.change(words, { target: { value: "Welcome on board" } });
  await act(async () => {
    fireEvent.blur(words);
    await Promise.resolve();
  });
  expect(await screen.findByRole("textbox", { name: "Words of touchpoint 5" })).toBeDefined();
  expect(head()).toBe("2 of 4 touchpoints carry no claim");
});
