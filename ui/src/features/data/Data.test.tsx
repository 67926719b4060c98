import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";

import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { blankChain } from "../../host/fake/records";
import { filled } from "../../host/fake/filled";
import { HostError } from "../../host/host";

beforeEach(() => {
  window.location.hash = "#/data";
});

function empty(): FakeHost {
  return makeFakeHost({ chain: blankChain(), imported: false });
}

async function preview(host: FakeHost) {
  render(<App host={host} />);
  fireEvent.click(await screen.findByRole("button", { name: "Choose a table…" }));
  return screen.findByRole("heading", { name: "customers.csv: 1,200 rows, 9 columns" });
}

test("an empty workbook says what to bring, and that there is a way without", async () => {
  render(<App host={empty()} />);
  expect(await screen.findByText("A table of customers, one row each")).toBeDefined();
  expect(screen.getByRole("button", { name: "Describe a segment" })).toBeDefined();
});

test("a preview shows rows, types and what is left out, and writes nothing", async () => {
  const host = empty();
  await preview(host);
  expect(screen.getByText("C-00001")).toBeDefined();
  expect(screen.getByText("line 118")).toBeDefined();
  expect((await host.book())?.datasets).toEqual([]);
});

test("a type is changed before anything comes in", async () => {
  const user = userEvent.setup();
  await preview(empty());
  await user.click(screen.getByRole("button", { name: /Type of tenure/ }));
  await user.click(await screen.findByRole("option", { name: "text" }));
  expect(await screen.findByRole("button", { name: /^text Type of tenure/ })).toBeDefined();
});

test("after an import only what looks like an outcome is chosen, and it becomes a metric", async () => {
  const host = empty();
  await preview(host);
  fireEvent.click(screen.getByRole("button", { name: "Import 1,200 rows" }));
  expect(await screen.findByRole("progressbar", { name: "Importing customers.csv" })).toBeDefined();
  await screen.findByRole("heading", { name: "1,200 rows are in customers" });
  const taken = screen.getAllByRole<HTMLInputElement>("checkbox").map((it) => it.checked);
  expect(taken).toEqual([true, false, false]);
  fireEvent.click(screen.getByRole("button", { name: "Add 1 metric" }));
  await waitFor(() =>
    expect(host.sent.at(-1)?.metrics).toMatchObject([
      {
        name: "Churn",
        better: "lower",
        threshold: 0.02,
        formula: { rate: { where: { column: "churn", op: "eq", value: "Yes" } } },
      },
    ]),
  );
  expect(await screen.findByText("Next: who decides differently?")).toBeDefined();
});

test("a cancelled import leaves nothing behind and goes back to the preview", async () => {
  const host = empty();
  await preview(host);
  fireEvent.click(screen.getByRole("button", { name: "Import 1,200 rows" }));
  const bar = await screen.findByRole("progressbar");
  const block = bar.parentElement;
  if (block === null) throw new Error("the bar stands in its block");
  fireEvent.click(within(block).getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  expect((await host.book())?.datasets).toEqual([]);
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByRole("button", { name: "Import 1,200 rows" })).toBeDefined();
});

test("a file that cannot be read says why and offers another", async () => {
  const host = empty();
  host.failNext(
    "previewTable",
    new HostError("bad_table", "photo.csv is a PNG picture.", "Choose a CSV file."),
  );
  render(<App host={host} />);
  fireEvent.click(await screen.findByRole("button", { name: "Choose a table…" }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("photo.csv is a PNG picture.");
  expect(within(alert).getByRole("button", { name: "Choose a table…" })).toBeDefined();
});

test("a table of a name that is taken says that it replaces", async () => {
  render(<App host={makeFakeHost(filled())} />);
  fireEvent.click(await screen.findByRole("button", { name: "Import a table…" }));
  expect(await screen.findByRole("button", { name: "Replace the rows of customers" })).toBeDefined();
  expect(screen.getByText(/undo brings them back/)).toBeDefined();
});

test("a table that replaces another is read in the types that were chosen for that one", async () => {
  const host = makeFakeHost(filled());
  const kept = { types: { tenure: "text" as const }, date_order: null, had: {} };
  const { book, previewTable } = host;
  host.book = async () => {
    const now = await book();
    return now && { ...now, datasets: now.datasets.map((it) => ({ ...it, kept })) };
  };
  const looks = vi.fn<typeof previewTable>(previewTable);
  host.previewTable = looks;
  render(<App host={host} />);
  fireEvent.click(await screen.findByRole("button", { name: "Import a table…" }));
  await screen.findByRole("button", { name: "Replace the rows of customers" });
  await waitFor(() => expect(looks.mock.calls.at(-1)?.[0].kept).toEqual(kept));
  expect(looks).toHaveBeenCalledTimes(2);
  // Under a name of its own it is read as it was found.
  const name = screen.getByRole("textbox", { name: "Name" });
  fireEvent.change(name, { target: { value: "another" } });
  fireEvent.blur(name);
  await waitFor(() => expect(looks.mock.calls.at(-1)?.[0].kept?.types).toEqual({}));
});

test("counts typed in by hand make a metric without a table", async () => {
  const user = userEvent.setup();
  const chain = { ...filled().chain, datasets: [], metrics: [] };
  const host = makeFakeHost({ chain, imported: false });
  render(<App host={host} />);
  await user.click(await screen.findByRole("button", { name: "Metric" }));
  await user.click(await screen.findByRole("menuitem", { name: "Counts typed in by hand" }));
  const n = await screen.findByRole("textbox", { name: "Two-year households: of how many" });
  fireEvent.change(n, { target: { value: "512" } });
  fireEvent.blur(n);
  await waitFor(() =>
    expect(host.sent.at(-1)?.metrics?.[0]?.formula).toEqual({
      counts: [{ segment: "two-year", on: "", yes: 0, n: 512 }],
    }),
  );
});

test("a count of who did waits for the count of how many, and the row keeps its focus", async () => {
  const user = userEvent.setup();
  const chain = { ...filled().chain, datasets: [], metrics: [] };
  const host = makeFakeHost({ chain, imported: false });
  render(<App host={host} />);
  await user.click(await screen.findByRole("button", { name: "Metric" }));
  await user.click(await screen.findByRole("menuitem", { name: "Counts typed in by hand" }));
  const yes = await screen.findByRole("textbox", { name: "Everyone else: how many did" });
  const edits = host.sent.length;
  fireEvent.change(yes, { target: { value: "40" } });
  fireEvent.blur(yes);
  const n = screen.getByRole("textbox", { name: "Everyone else: of how many" });
  n.focus();
  fireEvent.change(n, { target: { value: "512" } });
  fireEvent.keyDown(n, { key: "Enter" });
  await waitFor(() => expect(host.sent).toHaveLength(edits + 1));
  expect(host.sent.at(-1)?.metrics?.[0]?.formula).toEqual({
    counts: [{ segment: "", on: "", yes: 40, n: 512 }],
  });
  await waitFor(async () => expect((await host.book())?.chain.metrics[0]?.formula).toBeDefined());
  expect(document.activeElement).toBe(n);
  const [period] = screen.getAllByRole("textbox", { name: "period" }).slice(-1);
  if (period === undefined) throw new Error("the row has a period");
  period.focus();
  fireEvent.change(period, { target: { value: "2026-10" } });
  fireEvent.keyDown(period, { key: "Enter" });
  await waitFor(() => expect(host.sent).toHaveLength(edits + 2));
  expect(document.activeElement).toBe(period);
});

test("counts of two segments typed in while the host is slow are both kept", async () => {
  const user = userEvent.setup();
  const chain = { ...filled().chain, datasets: [], metrics: [] };
  const host = makeFakeHost({ chain, imported: false });
  render(<App host={host} />);
  await user.click(await screen.findByRole("button", { name: "Metric" }));
  await user.click(await screen.findByRole("menuitem", { name: "Counts typed in by hand" }));
  const first = await screen.findByRole("textbox", { name: "Two-year households: of how many" });
  const second = screen.getByRole("textbox", { name: "Everyone else: of how many" });
  const release = host.hold();
  for (const [box, text] of [[first, "512"], [second, "900"]] as const) {
    fireEvent.change(box, { target: { value: text } });
    fireEvent.blur(box);
  }
  release();
  await waitFor(() =>
    expect(host.sent.at(-1)?.metrics?.[0]?.formula).toEqual({
      counts: [
        { segment: "two-year", on: "", yes: 0, n: 512 },
        { segment: "", on: "", yes: 0, n: 900 },
      ],
    }),
  );
});

test("rows count as often as a column says, and once again when that is taken back", async () => {
  const user = userEvent.setup();
  const host = makeFakeHost(filled());
  render(<App host={host} />);
  const about = within(await screen.findByRole("complementary", { name: /customers/ }));
  await user.click(about.getByRole("button", { name: /A row counts/ }));
  await user.click(await screen.findByRole("option", { name: "as often as tenure says" }));
  await waitFor(() =>
    expect(host.sent.at(-1)?.datasets).toEqual([{ id: "customers", weight: "tenure" }]),
  );
  await user.click(about.getByRole("button", { name: /A row counts/ }));
  await user.click(await screen.findByRole("option", { name: "once" }));
  await waitFor(() => expect(host.sent.at(-1)?.datasets).toEqual([{ id: "customers", weight: "" }]));
});

test("an older look at the file does not replace a newer one", async () => {
  const host = empty();
  const answers: ((rows: number) => void)[] = [];
  const real = host.previewTable;
  await preview(host);
  vi.spyOn(host, "previewTable").mockImplementation(async (settings) => {
    const answer = await real(settings);
    const rows = await new Promise<number>((resolve) => answers.push(resolve));
    return { ...answer, outline: { ...answer.outline, rows } };
  });
  const user = userEvent.setup();
  for (const name of ["text", "number"]) {
    // One after the other, as a person does it.
    // oxlint-disable-next-line no-await-in-loop
    await user.click(screen.getByRole("button", { name: /Type of tenure/ }));
    // oxlint-disable-next-line no-await-in-loop
    await user.click(await screen.findByRole("option", { name }));
  }
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.(22);
  answers[0]?.(11);
  expect(await screen.findByRole("heading", { name: /customers.csv: 22 rows/ })).toBeDefined();
});

test("a look that fails leaves the settings of the preview in view", async () => {
  const user = userEvent.setup();
  const host = empty();
  await preview(host);
  host.failNext("previewTable", new HostError("bad_table", "Not so.", "Choose another."));
  await user.click(screen.getByRole("button", { name: /Between cells/ }));
  await user.click(await screen.findByRole("option", { name: "tab" }));
  await screen.findByRole("alert");
  expect(screen.getByRole("button", { name: /^comma Between cells/ })).toBeDefined();
});

test("cancel while the file is read stops the reading", async () => {
  const host = empty();
  await preview(host);
  const signals: (AbortSignal | undefined)[] = [];
  vi.spyOn(host, "previewTable").mockImplementation((_settings, stop) => {
    signals.push(stop);
    return new Promise(() => {});
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: /Type of tenure/ }));
  await user.click(await screen.findByRole("option", { name: "text" }));
  await screen.findByText("Reading the table");
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(signals.map((it) => it?.aborted)).toEqual([true]);
  expect(await screen.findByRole("button", { name: "Choose a table…" })).toBeDefined();
});

test("an import goes on while the person is elsewhere, and its proposals wait", async () => {
  const host = empty();
  await preview(host);
  fireEvent.click(screen.getByRole("button", { name: "Import 1,200 rows" }));
  await screen.findByRole("progressbar");
  window.location.hash = "#/brief";
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  await waitFor(async () => expect((await host.book())?.datasets).toHaveLength(1));
  window.location.hash = "#/data";
  expect(await screen.findByRole("heading", { name: "1,200 rows are in customers" })).toBeDefined();
});
