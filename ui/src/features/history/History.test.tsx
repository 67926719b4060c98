import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";
import { differenceOf } from "../../host/fake/history";
import { Records } from "./Records";

// The list draws what has room; jsdom gives nothing a size of its own.
const size = (name: "clientHeight" | "clientWidth", value: number) =>
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });
beforeAll(() => {
  size("clientHeight", 600);
  size("clientWidth", 800);
});
afterAll(() => {
  Reflect.deleteProperty(HTMLElement.prototype, "clientHeight");
  Reflect.deleteProperty(HTMLElement.prototype, "clientWidth");
});

let host: FakeHost;
const { chain } = filled();
const id = chain.segments[0]?.id ?? "";

beforeEach(() => {
  host = makeFakeHost(filled());
  window.location.hash = "#/history";
});

async function edited(...names: string[]) {
  for (const name of names) {
    // One after the other: the history keeps their order.
    // oxlint-disable-next-line no-await-in-loop
    await host.edit({ segments: [{ id, name }] }, null);
  }
  render(<App host={host} />);
  await screen.findByRole("list", { name: "Changes, newest first" });
}

const point = () => screen.getByRole("region", { name: /Changed segments|Fibre|Board/ });

test("a workbook without history says what will stand here", async () => {
  render(<App host={host} />);
  expect(await screen.findByText("Every change will stand here")).toBeDefined();
});

test("the newest change is chosen, with what it said before and says now", async () => {
  await edited("Fibre", "Fibre homes");
  const told = await waitFor(() => within(point()).getByText("name"));
  const words = told.closest("div");
  expect(words?.querySelector("del")?.textContent).toBe("Fibre");
  expect(words?.querySelector("ins")?.textContent).toBe("Fibre homes");
});

test("restoring shows first what it would change, is one new change, and can be undone", async () => {
  const user = userEvent.setup();
  await edited("Fibre", "Fibre homes");
  const list = screen.getByRole("list", { name: "Changes, newest first" });
  await user.click(await within(list).findByRole("button", { name: /:01/ }));
  await user.click(await screen.findByRole("button", { name: "Restore to here…" }));
  expect(await screen.findByText("Restoring would change this")).toBeDefined();
  expect(screen.getByText(/What was done since stays in the history/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Restore" }));
  expect(await screen.findByText("Restored change 1", { selector: "h2" })).toBeDefined();
  expect((await host.book())?.chain.segments[0]?.name).toBe("Fibre");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(async () =>
    expect((await host.book())?.chain.segments[0]?.name).toBe("Fibre homes"),
  );
});

test("a point is given a name, found under it, and loses it again", async () => {
  const user = userEvent.setup();
  await edited("Fibre");
  await user.click(screen.getByRole("button", { name: "Name this point of the history…" }));
  await user.type(screen.getByRole("textbox", { name: "Name of this point" }), "Board meeting{Enter}");
  const named = await screen.findByRole("navigation", { name: "Named points" });
  expect(within(named).getByRole("button", { name: "Board meeting" })).toBeDefined();
  expect(await screen.findByRole("heading", { level: 2, name: "Board meeting" })).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Remove the name" }));
  await waitFor(() => expect(screen.queryByRole("navigation", { name: "Named points" })).toBeNull());
});

test("a name that is taken is refused with what to do, and nothing is lost", async () => {
  const user = userEvent.setup();
  await edited("Fibre");
  await host.snapshot("Board meeting");
  await user.click(screen.getByRole("button", { name: "Name this point of the history…" }));
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Name of this point" });
  await user.type(field, "Board meeting{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("already");
  expect(field.value).toBe("Board meeting");
});

test("arrow keys go from change to change, over the days", async () => {
  await edited("Fibre", "Fibre homes", "Fibre households");
  const list = screen.getByRole("list", { name: "Changes, newest first" });
  const current = () => within(list).getByRole("button", { current: true });
  const [first] = await within(list).findAllByRole("button");
  act(() => first?.focus());
  fireEvent.keyDown(current(), { key: "ArrowDown" });
  await waitFor(() => expect(current().textContent).toContain(":02"));
  fireEvent.keyDown(current(), { key: "End" });
  await waitFor(() => expect(current().textContent).toContain("The workbook was empty"));
  fireEvent.keyDown(current(), { key: "Home" });
  await waitFor(() => expect(current().textContent).toContain(":03"));
});

test("what moved in its list is named beside what else differs", () => {
  const renamed = { ...chain, offering: { ...chain.offering, name: "Homeline Plus" } };
  const moved = "Moved the payoff “Calm evenings” up in Fibre";
  const { rerender } = render(<Records difference={{ ...differenceOf(chain, renamed), moved }} />);
  expect(screen.getByText(`${moved}.`)).toBeDefined();
  expect(screen.getByText("Homeline Plus", { selector: "ins" })).toBeDefined();
  rerender(<Records difference={differenceOf(chain, renamed)} />);
  expect(screen.queryByText(/^Moved/)).toBeNull();
});
