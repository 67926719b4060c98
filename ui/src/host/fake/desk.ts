/**
 * The workbook that is open in the fake host, with its steps back and forth, and the one way in
 * which every call answers.
 */
import type {
  Book,
  Chain,
  FilePlace,
  Holding,
  Patch,
  Preferences,
  Recent,
  Snapshot,
} from "../../api/types";
import { type Host, HostError } from "../host";
import { findingsOf } from "./findings";
import { noChange } from "./history";
import { nextStepsOf, sharedFeaturesOf, upcomingOf } from "./map";
import { blankChain } from "./records";
import { type FakeTable, madeUpTable } from "./rows";
import { datasetView, segmentView } from "./view";

/** A workbook to begin with. */
export interface FakeBook {
  chain: Chain;
  /** Whether the made-up table is imported as the chain's first dataset. */
  imported: boolean;
  /** What the book is to say instead of what the fake host finds. */
  says?: Partial<Book>;
}

export interface State {
  chain: Chain;
  imported: string | null;
}

export interface Step {
  seq: number;
  /** An ISO moment. */
  at: string;
  before: State;
  after: State;
  sentence: string;
  burst: string | null;
}

/** When the made-up history began, and how far its entries stand apart. */
export const START = Date.UTC(2026, 10, 23, 9, 0);
const MINUTE = 60_000;

export interface FakeAround {
  recent?: Recent[];
  settings?: Partial<Preferences>;
  /** Who has the workbook open elsewhere, so that it is read only here. */
  held?: Holding;
  /** Where the workbook lies, when that asks for care. */
  place?: FilePlace;
}

/** What changes as the window works. */
interface Changing {
  now: State | null;
  done: Step[];
  undone: Step[];
  abandoned: Step[];
  snapshots: Snapshot[];
  session: number;
  held: Holding | null;
  readOnly: boolean;
  place: FilePlace | null;
  /** What every call waits for. */
  gate: Promise<void>;
}

/** What the calls of the fake host work on. */
export type Desk = ReturnType<typeof makeDesk>;

export function makeDesk(seed: FakeBook | undefined, around: FakeAround) {
  const table = madeUpTable();
  const sent: Patch[] = [];
  const failures = new Map<keyof Host, HostError>();
  const begun = ({ chain, imported }: FakeBook): State => ({
    chain,
    imported: imported ? (chain.datasets[0]?.id ?? null) : null,
  });
  const held = around.held ?? null;
  const desk: Changing = {
    now: seed === undefined ? null : begun(seed),
    done: [],
    undone: [],
    abandoned: [],
    snapshots: [],
    session: 1,
    held,
    readOnly: held !== null,
    place: around.place ?? null,
    gate: Promise.resolve(),
  };

  const open = (): State => {
    if (desk.now === null) throw new HostError("no_workbook", "No workbook is open.", "Open one.");
    return desk.now;
  };
  const rows = (dataset: string): FakeTable => {
    if (open().imported !== dataset) {
      throw new HostError("not_found", `There is no dataset “${dataset}”.`, "Import it first.");
    }
    return table;
  };
  const segmentOf = (id: string) => {
    const record = open().chain.segments.find((it) => it.id === id);
    if (record === undefined) throw new HostError("not_found", "There is no such segment.", "");
    return record;
  };
  const view = (): Book => {
    const { chain, imported } = open();
    const segments = chain.segments.map((it) =>
      segmentView(chain, it, it.dataset !== "" && it.dataset === imported ? table : null),
    );
    return {
      session: desk.session,
      file_name: "untitled.throughline",
      name: "untitled",
      read_only: desk.readOnly,
      chain,
      datasets: imported === null ? [] : [datasetView(imported, table, "customers.csv")],
      segments,
      ...findingsOf(chain),
      undo: desk.done.at(-1)?.sentence ?? null,
      redo: desk.undone.at(-1)?.sentence ?? null,
      next_steps: nextStepsOf(segments),
      upcoming: upcomingOf(chain),
      changes: [],
      shared_features: sharedFeaturesOf(chain),
      ...seed?.says,
    };
  };
  const allSteps = () => [...desk.done, ...desk.undone, ...desk.abandoned];
  const step = (after: State, sentence: string, burst: string | null = null): Book => {
    const last = desk.undone.length === 0 ? desk.done.at(-1) : undefined;
    const goesOn = burst !== null && last?.burst === burst;
    const before = goesOn ? last.before : open();
    desk.done = goesOn ? desk.done.slice(0, -1) : desk.done;
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      const seq = 1 + Math.max(0, ...allSteps().map((it) => it.seq));
      const at = new Date(START + seq * MINUTE).toISOString();
      desk.done = [...desk.done, { seq, at, before, after, sentence, burst }];
    }
    desk.abandoned = [...desk.abandoned, ...desk.undone];
    desk.undone = [];
    desk.now = after;
    return view();
  };
  const stepOf = (seq: number) => allSteps().find((it) => it.seq === seq);
  const thenOf = (seq: number): State => {
    const first = allSteps().find((it) => it.seq === 1);
    const then = seq === 0 ? (first?.before ?? open()) : stepOf(seq)?.after;
    if (then === undefined) throw noChange(seq);
    return then;
  };
  /** Every call answers later, as over a wire, and fails when a test asked for it. */
  const answer = async <T>(method: keyof Host, make: () => T): Promise<T> => {
    await desk.gate;
    const failure = failures.get(method);
    failures.delete(method);
    if (failure !== undefined) throw failure;
    return structuredClone(make());
  };
  const fresh = (book: FakeBook = { chain: blankChain(), imported: false }) => {
    desk.session += 1;
    desk.now = begun(book);
    desk.done = [];
    desk.undone = [];
    desk.abandoned = [];
    desk.snapshots = [];
    return view();
  };
  return Object.assign(desk, {
    table,
    sent,
    failures,
    open,
    rows,
    segmentOf,
    view,
    step,
    stepOf,
    thenOf,
    answer,
    fresh,
  });
}
