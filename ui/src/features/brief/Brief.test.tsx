import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";

import { App } from "../../app/App";
import { type FakeHost, makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";
import { blankChain } from "../../host/fake/records";
import { HostError } from "../../host/host";

const made: Blob[] = [];

beforeEach(() => {
  made.length = 0;
  vi.stubGlobal(
    "URL",
    class extends URL {
      static override createObjectURL(blob: Blob): string {
        made.push(blob);
        return `blob:${made.length}`;
      }
      static override revokeObjectURL(): void {}
    },
  );
});

async function shown(): Promise<FakeHost> {
  const host = makeFakeHost(filled());
  window.location.hash = "#/brief/new-fibre";
  render(<App host={host} />);
  await screen.findAllByRole("img", { name: /^Page \d of 2/ });
  return host;
}

test("each page is a picture of the host's own drawing, with words for those who cannot see it", async () => {
  await shown();
  const pages = screen.getAllByRole<HTMLImageElement>("img", { name: /^Page \d of 2/ });
  expect(pages.map((it) => it.src)).toEqual(["blob:1", "blob:2"]);
  expect(made.map((it) => it.type)).toEqual(["image/svg+xml", "image/svg+xml"]);
  expect(document.querySelector(".pages svg")).toBeNull();
});

test("the same brief can be read as text", async () => {
  await shown();
  fireEvent.click(screen.getByRole("radio", { name: "Markdown" }));
  const text = document.querySelector("pre");
  expect(text?.textContent).toContain("# New fibre households on a monthly contract");
});

test("an export says which file it wrote, and shows it in its folder", async () => {
  const host = await shown();
  const show = vi.spyOn(host, "showExport");
  fireEvent.click(screen.getByRole("button", { name: /Export PDF/ }));
  expect(await screen.findByText("Written to brief.pdf")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show in its folder" }));
  await waitFor(() => expect(show).toHaveBeenCalledOnce());
});

test("an export that fails says that nothing was written, and the pages stay", async () => {
  const host = await shown();
  host.failNext("exportBrief", new HostError("disk_full", "The disk is full.", "Make room."));
  fireEvent.click(screen.getByRole("button", { name: /Export Markdown/ }));
  await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("The disk is full."));
  expect(screen.getAllByRole("img", { name: /^Page \d of 2/ })).toHaveLength(2);
  expect(screen.queryByText(/Written to/)).toBeNull();
});

test("the page names the rows and the rule it stands on", async () => {
  await shown();
  const side = screen.getByRole("region", { name: "What it stands on" });
  expect(side.textContent).toContain("customers");
  expect(side.textContent).toContain("9f2c41d7a0be");
  expect(side.textContent).toContain("v3 since 18 Aug 2026");
});

test("without a segment the page offers to make one", async () => {
  window.location.hash = "#/brief";
  render(<App host={makeFakeHost({ chain: blankChain(), imported: false })} />);
  expect(await screen.findByText("No segment to brief anybody on")).toBeDefined();
});
