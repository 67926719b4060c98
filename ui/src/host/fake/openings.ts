/** Workbooks that are opened and closed in the fake host, and the list of recent ones. */
import type { Chain, Template } from "../../api/types";
import type { Host } from "../host";
import type { Around } from "./around";
import type { Desk } from "./desk";
import { filled } from "./filled";
import { applied, blankChain } from "./records";
import { sampleCards } from "./samples";

export function openings(desk: Desk, beside: Around) {
  const { answer, fresh, view } = desk;
  return {
    openAsked: (asked) =>
      answer("openAsked", () => {
        desk.readOnly = asked;
        return desk.now === null ? fresh() : view();
      }),
    editNow: () =>
      answer("editNow", () => {
        desk.readOnly = false;
        return view();
      }),
    glance: () =>
      answer("glance", () => ({ revision: desk.done.length, held: desk.held, writable: true })),
    place: () => answer("place", () => desk.place),
    toldPlace: () => answer("toldPlace", () => void (desk.place = null)),
    recents: () => answer("recents", beside.recents),
    openRecent: (_id) => answer("openRecent", () => fresh()),
    forgetRecent: (id) => answer("forgetRecent", () => beside.forgetRecent(id)),
    newBook: (template) =>
      answer("newBook", () => fresh({ chain: templateChain(template), imported: false })),
    samples: () => answer("samples", () => sampleCards),
    sampleBook: () => answer("sampleBook", () => fresh(filled())),
    openBook: () => answer("openBook", () => fresh()),
    closeBook: () => answer("closeBook", () => void (desk.now = null)),
    book: () => answer("book", () => (desk.now === null ? null : view())),
  } satisfies Partial<Host>;
}

/** A template is a chain like any other; here each has one segment and one metric. */
function templateChain(template: Template): Chain {
  if (template === "blank") return blankChain();
  return applied(blankChain(), {
    decisions: [{ id: "first-decision", question: "Who comes first this quarter?" }],
    segments: [{ id: "first-segment", role: "primary", decision: "first-decision" }],
    metrics: [{ id: "first-metric", name: "What they then did", threshold: 0.05 }],
  });
}
