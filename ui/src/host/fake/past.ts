/** The fake host's history: back and forth, what a change did, points with a name. */
import { type Host, HostError } from "../host";
import { type Desk, START } from "./desk";
import { differenceOf, entriesOf, noChange } from "./history";

export function past(desk: Desk) {
  const { answer, open, step, stepOf, thenOf, view } = desk;
  const entries = () => entriesOf(desk.done, desk.undone, desk.abandoned);
  const entryOf = (seq: number) => entries().find((it) => it.seq === seq);
  return {
    undo: () =>
      answer("undo", () => {
        const last = desk.done.at(-1);
        if (last === undefined) throw new HostError("nothing_to_undo", "Nothing to undo.", "");
        desk.done = desk.done.slice(0, -1);
        desk.undone = [...desk.undone, last];
        desk.now = last.before;
        return view();
      }),
    redo: () =>
      answer("redo", () => {
        const next = desk.undone.at(-1);
        if (next === undefined) throw new HostError("nothing_to_redo", "Nothing to redo.", "");
        desk.undone = desk.undone.slice(0, -1);
        desk.done = [...desk.done, next];
        desk.now = next.after;
        return view();
      }),
    history: (before, limit) =>
      answer("history", () => {
        const all = entries();
        const below = all.filter((it) => it.seq < (before ?? Infinity));
        return {
          changes: below.slice(0, limit),
          total: all.length,
          now: desk.done.at(-1)?.seq ?? 0,
          snapshots: desk.snapshots,
        };
      }),
    told: (seq) =>
      answer("told", () => {
        const found = stepOf(seq);
        const entry = entryOf(seq);
        if (found === undefined || entry === undefined) throw noChange(seq);
        return { entry, did: differenceOf(found.before.chain, found.after.chain) };
      }),
    previewReturn: (seq) =>
      answer("previewReturn", () => {
        const then = thenOf(seq);
        const would = differenceOf(open().chain, then.chain);
        return {
          to: entryOf(seq) ?? null,
          would,
          nothing: would.records.length === 0,
          refused: null,
          named_first: false,
        };
      }),
    returnTo: (seq) => answer("returnTo", () => step(thenOf(seq), `Restored change ${seq}`)),
    snapshot: (name) =>
      answer("snapshot", () => {
        if (desk.snapshots.some((it) => it.name === name)) {
          throw new HostError("wrong_state", `There is a snapshot “${name}” already.`, "Rename it.");
        }
        const seq = desk.done.at(-1)?.seq ?? 0;
        const at = new Date(START).toISOString();
        desk.snapshots = [...desk.snapshots, { name, seq, at, author: "Mira" }];
      }),
    removeSnapshot: (name) =>
      answer("removeSnapshot", () => {
        desk.snapshots = desk.snapshots.filter((it) => it.name !== name);
      }),
  } satisfies Partial<Host>;
}
