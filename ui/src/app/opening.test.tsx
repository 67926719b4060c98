/** What is begun in one workbook never reaches another one that is opened meanwhile. */
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";

import { makeClient } from "../api/client";
import { bookKey } from "../api/tags";
import { forgetRefused } from "../api/troubles";
import type { Book } from "../api/types";
import { makeFakeHost } from "../host/fake/fake";
import { filled } from "../host/fake/filled";
import { HostError } from "../host/host";
import { App } from "./App";

beforeEach(() => {
  forgetRefused();
  window.location.hash = "#/segment";
});

/** Opens a workbook and writes a name whose saving the host holds back. */
async function begun() {
  const host = makeFakeHost(filled());
  const client = makeClient();
  render(<App host={host} client={client} />);
  const name = await screen.findByRole<HTMLTextAreaElement>("textbox", {
    name: "Name of the segment",
  });
  const release = host.hold();
  fireEvent.focus(name);
  fireEvent.change(name, { target: { value: "Written in the first" } });
  fireEvent.blur(name);
  const first = client.getQueryData<Book>(bookKey);
  if (first === undefined) throw new Error("a workbook is open");
  const second: Book = {
    ...first,
    session: first.session + 1,
    file_name: "second.throughline",
    chain: { ...first.chain, segments: [] },
    segments: [],
  };
  const change = () => act(() => void client.setQueryData(bookKey, second));
  return { host, client, release, second, change };
}

test("an answer that comes late is not shown in place of the workbook that was opened since", async () => {
  const { host, client, release, second, change } = await begun();
  change();
  release();
  await waitFor(() => expect(host.sent).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(client.getQueryData<Book>(bookKey)).toEqual(second);
});

test("words that were refused late are told, and not sent to the workbook that was opened since", async () => {
  const { host, release, change } = await begun();
  host.failNext("edit", new HostError("wrong_state", "Another workbook is open now.", "Go back."));
  change();
  release();
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("Another workbook is open now.");
  expect(screen.queryByRole("button", { name: "Send again" })).toBeNull();
  expect(host.sent).toEqual([]);
});

test("what is written after another workbook was opened is meant for that one", async () => {
  const host = makeFakeHost(filled());
  const mine = host.of(1);
  await host.newBook("blank");
  await expect(mine.edit({ offering: { name: "Mine" } }, null)).rejects.toMatchObject({
    code: "wrong_state",
  });
  expect(host.sent).toEqual([]);
  await host.of(2).edit({ offering: { name: "Mine" } }, null);
  expect(host.sent).toHaveLength(1);
});
