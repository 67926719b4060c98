/**
 * A host in memory: for component tests and for work on the window in a plain browser. It merges
 * edits, counts rules over a made-up table, undoes and redoes; it writes nothing anywhere. The
 * shipped entry never imports it.
 */
import type {
  Book,
  Chain,
  Holding,
  MenuBar,
  Notice,
  Patch,
  Preview,
  Proposal,
  ReadSettings,
  Template,
  Snapshot,
  Recent,
  Preferences,
  FilePlace,
} from "../../api/types";
import { type Host, HostError } from "../host";
import { makeAround } from "./around";
import { briefOf } from "./brief";
import { filled } from "./filled";
import { fakeRules, findingsOf, wordsOf } from "./findings";
import { differenceOf, entriesOf, foundIn, noChange } from "./history";
import { mapResultsOf, nextStepsOf, sharedFeaturesOf, upcomingOf } from "./map";
import { applied, blankChain, withVersion } from "./records";
import { resultsOf } from "./results";
import { sampleCards } from "./samples";
import { columnsOf, countRule, type FakeTable, madeUpTable, valuesOf } from "./rows";
import { confirmed, groundsOf, placeOf, whyStale } from "./standing";
import { datasetView, rulesOf, ruleWords, segmentView } from "./view";

/** A workbook to begin with. */
export interface FakeBook {
  chain: Chain;
  /** Whether the made-up table is imported as the chain's first dataset. */
  imported: boolean;
  /** What the book is to say instead of what the fake host finds. */
  says?: Partial<Book>;
}

interface State {
  chain: Chain;
  imported: string | null;
}

interface Step {
  seq: number;
  /** An ISO moment. */
  at: string;
  before: State;
  after: State;
  sentence: string;
  burst: string | null;
}

/** When the made-up history began, and how far its entries stand apart. */
const START = Date.UTC(2026, 10, 23, 9, 0);
const MINUTE = 60_000;

/** A made-up size, so that progress has something to count. */
const BYTES_A_ROW = 2_000;

export interface FakeHost extends Host {
  /** The patches the window has sent, in order. */
  readonly sent: Patch[];
  /** Makes the next call of a method fail. */
  failNext(method: keyof Host, error: HostError): void;
  /** Makes every call wait; the answer lets them go. */
  hold(): () => void;
  /** The other window closes the workbook. */
  letGo(): void;
  /** Tells the window what happened outside it. */
  notify(notice: Notice): void;
  /** The menus as the window showed them last. */
  menus(): MenuBar | null;
}

export interface FakeAround {
  recent?: Recent[];
  settings?: Partial<Preferences>;
  /** Who has the workbook open elsewhere, so that it is read only here. */
  held?: Holding;
  /** Where the workbook lies, when that asks for care. */
  place?: FilePlace;
}

export function makeFakeHost(seed?: FakeBook, around: FakeAround = {}): FakeHost {
  const beside = makeAround(around.recent ?? [], around.settings ?? {});
  const table: FakeTable = madeUpTable();
  const sent: Patch[] = [];
  const failures = new Map<keyof Host, HostError>();
  const begun = ({ chain, imported }: FakeBook): State => ({
    chain,
    imported: imported ? (chain.datasets[0]?.id ?? null) : null,
  });
  let now: State | null = seed === undefined ? null : begun(seed);
  let done: Step[] = [];
  let undone: Step[] = [];
  let abandoned: Step[] = [];
  let snapshots: Snapshot[] = [];
  let session = 1;
  let held = around.held ?? null;
  let readOnly = held !== null;
  let place = around.place ?? null;
  let hear: ((notice: Notice) => void) | null = null;
  let menus: MenuBar | null = null;
  let gate = Promise.resolve();

  const open = (): State => {
    if (now === null) throw new HostError("no_workbook", "No workbook is open.", "Open one.");
    return now;
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
      session,
      file_name: "untitled.throughline",
      name: "untitled",
      read_only: readOnly,
      chain,
      datasets: imported === null ? [] : [datasetView(imported, table, "customers.csv")],
      segments,
      ...findingsOf(chain),
      undo: done.at(-1)?.sentence ?? null,
      redo: undone.at(-1)?.sentence ?? null,
      next_steps: nextStepsOf(segments),
      upcoming: upcomingOf(chain),
      changes: [],
      shared_features: sharedFeaturesOf(chain),
      ...seed?.says,
    };
  };
  const step = (after: State, sentence: string, burst: string | null = null): Book => {
    const last = undone.length === 0 ? done.at(-1) : undefined;
    const goesOn = burst !== null && last?.burst === burst;
    const before = goesOn ? last.before : open();
    done = goesOn ? done.slice(0, -1) : done;
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      const seq = 1 + Math.max(0, ...[...done, ...undone, ...abandoned].map((it) => it.seq));
      const at = new Date(START + seq * MINUTE).toISOString();
      done = [...done, { seq, at, before, after, sentence, burst }];
    }
    abandoned = [...abandoned, ...undone];
    undone = [];
    now = after;
    return view();
  };
  const stepOf = (seq: number) =>
    [...done, ...undone, ...abandoned].find((it) => it.seq === seq);
  const thenOf = (seq: number): State => {
    const first = [...done, ...undone, ...abandoned].find((it) => it.seq === 1);
    const then = seq === 0 ? (first?.before ?? open()) : stepOf(seq)?.after;
    if (then === undefined) throw noChange(seq);
    return then;
  };
  /** Every call answers later, as over a wire, and fails when a test asked for it. */
  const answer = async <T>(method: keyof Host, make: () => T): Promise<T> => {
    await gate;
    const failure = failures.get(method);
    failures.delete(method);
    if (failure !== undefined) throw failure;
    return structuredClone(make());
  };
  const fresh = (book: FakeBook = { chain: blankChain(), imported: false }) => {
    session += 1;
    now = begun(book);
    done = [];
    undone = [];
    abandoned = [];
    snapshots = [];
    return view();
  };

  const host: FakeHost = {
    session: null,
    of: (opening) => boundTo(host, opening, () => session),
    sent,
    failNext: (method, error) => void failures.set(method, error),
    hold: () => {
      let release: (() => void) | undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => release?.();
    },
    letGo: () => void (held = null),
    notify: (notice) => hear?.(notice),
    menus: () => menus,
    appInfo: () => answer("appInfo", () => ({ version: "0.1.0" })),
    settings: () => answer("settings", beside.settings),
    changeSettings: (part) => answer("changeSettings", () => beside.changeSettings(part)),
    openAsked: (asked) =>
      answer("openAsked", () => {
        readOnly = asked;
        return now === null ? fresh() : view();
      }),
    editNow: () =>
      answer("editNow", () => {
        readOnly = false;
        return view();
      }),
    glance: () =>
      answer("glance", () => ({ revision: done.length, held, writable: true })),
    place: () => answer("place", () => place),
    toldPlace: () => answer("toldPlace", () => void (place = null)),
    listen: (next) => answer("listen", () => void (hear = next)),
    showMenus: (bar) => answer("showMenus", () => void (menus = bar)),
    toggleMenu: () => answer("toggleMenu", () => undefined),
    zoom: () => answer("zoom", () => undefined),
    recents: () => answer("recents", beside.recents),
    openRecent: (_id) => answer("openRecent", () => fresh()),
    forgetRecent: (id) => answer("forgetRecent", () => beside.forgetRecent(id)),
    newBook: (template) =>
      answer("newBook", () => fresh({ chain: templateChain(template), imported: false })),
    samples: () => answer("samples", () => sampleCards),
    sampleBook: () => answer("sampleBook", () => fresh(filled())),
    openBook: () => answer("openBook", () => fresh()),
    closeBook: () => answer("closeBook", () => void (now = null)),
    book: () => answer("book", () => (now === null ? null : view())),
    edit: (patch, burst) =>
      answer("edit", () => {
        sent.push(patch);
        const after = { ...open(), chain: applied(open().chain, patch) };
        return step(after, sentenceOf(patch), burst);
      }),
    undo: () =>
      answer("undo", () => {
        const last = done.at(-1);
        if (last === undefined) throw new HostError("nothing_to_undo", "Nothing to undo.", "");
        done = done.slice(0, -1);
        undone = [...undone, last];
        now = last.before;
        return view();
      }),
    redo: () =>
      answer("redo", () => {
        const next = undone.at(-1);
        if (next === undefined) throw new HostError("nothing_to_redo", "Nothing to redo.", "");
        undone = undone.slice(0, -1);
        done = [...done, next];
        now = next.after;
        return view();
      }),
    confirmLink: (segment, link, onlyWording) =>
      answer("confirmLink", () => {
        const { chain } = open();
        const record = segmentOf(segment);
        const after = { ...open(), chain: confirmed(chain, record, link, onlyWording) };
        return step(after, `Confirmed the ${link} of ${record.name}`);
      }),
    suppress: ({ rule, record, field }, reason) =>
      answer("suppress", () => {
        const { chain } = open();
        const text = wordsOf(chain, { rule, record, field });
        if (text === null) throw new HostError("not_found", "Nothing is found there.", "");
        const suppression = { rule, record, field, text, reason, on: "2026-11-24" };
        const suppressions = [...chain.suppressions, suppression];
        return step({ ...open(), chain: { ...chain, suppressions } }, "Set a finding aside");
      }),
    bringBack: ({ rule, record, field }) =>
      answer("bringBack", () => {
        const { chain } = open();
        const suppressions = chain.suppressions.filter(
          (it) => it.rule !== rule || it.record !== record || it.field !== field,
        );
        return step({ ...open(), chain: { ...chain, suppressions } }, "Brought a finding back");
      }),
    rules: () => answer("rules", () => [...fakeRules]),
    history: (before, limit) =>
      answer("history", () => {
        const all = entriesOf(done, undone, abandoned);
        const below = all.filter((it) => it.seq < (before ?? Infinity));
        return {
          changes: below.slice(0, limit),
          total: all.length,
          now: done.at(-1)?.seq ?? 0,
          snapshots,
        };
      }),
    told: (seq) =>
      answer("told", () => {
        const found = stepOf(seq);
        const entry = entriesOf(done, undone, abandoned).find((it) => it.seq === seq);
        if (found === undefined || entry === undefined) throw noChange(seq);
        return { entry, did: differenceOf(found.before.chain, found.after.chain) };
      }),
    previewReturn: (seq) =>
      answer("previewReturn", () => {
        const then = thenOf(seq);
        const would = differenceOf(open().chain, then.chain);
        return {
          to: entriesOf(done, undone, abandoned).find((it) => it.seq === seq) ?? null,
          would,
          nothing: would.records.length === 0,
          refused: null,
          named_first: false,
        };
      }),
    returnTo: (seq) => answer("returnTo", () => step(thenOf(seq), `Restored change ${seq}`)),
    snapshot: (name) =>
      answer("snapshot", () => {
        if (snapshots.some((it) => it.name === name)) {
          throw new HostError("wrong_state", `There is a snapshot “${name}” already.`, "Rename it.");
        }
        const seq = done.at(-1)?.seq ?? 0;
        snapshots = [...snapshots, { name, seq, at: new Date(START).toISOString(), author: "Mira" }];
      }),
    removeSnapshot: (name) =>
      answer("removeSnapshot", () => {
        snapshots = snapshots.filter((it) => it.name !== name);
      }),
    search: (query, limit) => answer("search", () => foundIn(open().chain, query, limit)),
    promote: (segment, _reason) =>
      answer("promote", () => {
        const { chain } = open();
        const segments = chain.segments.map((it) => ({
          id: it.id,
          role: it.id === segment ? ("primary" as const) : demoted(it.role),
        }));
        return step({ ...open(), chain: applied(chain, { segments }) }, "Made a segment primary");
      }),
    newVersion: (segment, reason) =>
      answer("newVersion", () =>
        step(
          { ...open(), chain: withVersion(open().chain, segment, reason) },
          "Kept a version of the positioning",
        ),
      ),
    acceptMetrics: (dataset, accepted) =>
      answer("acceptMetrics", () => {
        const metrics = accepted.map(({ column, value, ...it }) => ({
          ...it,
          id: it.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
          dataset,
          formula: { rate: { where: { column, op: "eq" as const, value } } },
        }));
        sent.push({ metrics });
        return step(
          { ...open(), chain: applied(open().chain, { metrics }) },
          `Added ${metrics.length} metrics`,
        );
      }),
    chooseTable: () => answer("chooseTable", () => ({ name: "customers.csv" })),
    previewTable: (settings) => answer("previewTable", () => previewOf(table, settings)),
    importTable: async (settings, onProgress, stop) => {
      const total = table.rows.length;
      for (let rowsDone = 0; rowsDone < total; rowsDone += 200) {
        // One after the other: this is the passing of time.
        // oxlint-disable-next-line no-await-in-loop
        await new Promise((resolve) => setTimeout(resolve, 40));
        if (stop?.aborted === true) throw new HostError("cancelled", "The import was cancelled.", "");
        onProgress({ done: rowsDone * BYTES_A_ROW, total: total * BYTES_A_ROW, rows: rowsDone });
      }
      return answer("importTable", () => {
        const { chain } = open();
        const id = settings.name || "customers";
        const unit = settings.unit || "customer";
        const key = settings.read.key ?? "customer_id";
        const datasets = [{ id, unit, key, as_of: settings.as_of }];
        step(
          { chain: applied(chain, { datasets }), imported: id },
          `Imported 1,200 rows of customers.csv as ${id}`,
        );
        const { outline } = previewOf(table, settings.read);
        return {
          dataset: id,
          rows: total,
          rejected: outline.rejected,
          rejected_count: outline.rejected.length,
          columns: outline.columns,
          grade: null,
          key,
          unit,
          notes: outline.notes.map((it) => it.words),
          proposals: proposals(table),
        };
      });
    },
    columnValues: (dataset, column) =>
      answer("columnValues", () => valuesOf(rows(dataset), column)),
    countRule: (dataset, rule) =>
      answer("countRule", () => {
        const { chain } = open();
        const asOf = chain.datasets.find((it) => it.id === dataset)?.as_of ?? "";
        const counted = countRule(rows(dataset), rule, rulesOf(chain), asOf);
        return { ...counted, words: ruleWords(rule, chain) };
      }),
    linkGrounds: (segment, link) =>
      answer("linkGrounds", () => {
        const { chain } = open();
        const record = segmentOf(segment);
        const grounds = groundsOf(chain, record, link);
        return {
          lines: grounds.map((it) => ({ place: placeOf(chain, it), text: it.text })),
          stale: whyStale(chain, record, link),
        };
      }),
    results: (segment) =>
      answer("results", () => {
        const { chain, imported } = open();
        const record = chain.segments.find((it) => it.id === segment);
        return record === undefined || imported === null
          ? { segment, rows: [], comparisons: 0, heading: "Nothing measured yet" }
          : resultsOf(chain, record, table);
      }),
    mapResults: (metrics) =>
      answer("mapResults", () => {
        const { chain, imported } = open();
        return mapResultsOf(imported === null ? { ...chain, metrics: [] } : chain, table, metrics);
      }),
    brief: (segment) =>
      answer("brief", () => {
        return briefOf(open().chain, segmentOf(segment));
      }),
    exportBrief: (_segment, format) =>
      answer("exportBrief", () => ({ path: `/home/mira/brief.${format}`, notes: [] })),
    savePicture: (title, format) =>
      answer("savePicture", () => ({
        path: `/home/mira/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.${format}`,
        notes: [],
      })),
    showExport: () => answer("showExport", () => undefined),
  };
  return host;
}

/** The same host, that refuses edits meant for another opening than the one that is open. */
function boundTo(host: FakeHost, opening: number, open: () => number): FakeHost {
  return new Proxy(host, {
    get: (target, name) => {
      if (name === "session") return opening;
      if (name === "edit" && open() !== opening) {
        return () =>
          Promise.reject(new HostError("wrong_state", "Another workbook is open now.", ""));
      }
      return Reflect.get(target, name) as unknown;
    },
  });
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

function demoted(role: "primary" | "queued" | "not_for_us") {
  return role === "primary" ? ("queued" as const) : role;
}

function sentenceOf(patch: Patch): string {
  const kind = Object.keys(patch)[0] ?? "the workbook";
  return `Changed ${kind}`;
}

function previewOf(table: FakeTable, settings: ReadSettings): Preview {
  return {
    outline: {
      name: "customers",
      encoding: "UTF-8",
      delimiter: "comma",
      rows: table.rows.length,
      columns: columnsOf(table).map((column) => ({
        ...column,
        type: settings.types[column.name] ?? column.type,
      })),
      rejected: [
        { line: 118, why: "9 cells where the header has 10" },
        { line: 977, why: "9 cells where the header has 10" },
      ],
      notes: [
        {
          kind: "decimal_comma",
          column: "monthly_charges",
          words: "A comma was read as the decimal sign.",
        },
      ],
      key: settings.key ?? "customer_id",
      unit: "customer",
    },
    first: table.rows
      .slice(0, 20)
      .map((row) => table.names.map((name) => String(row[name] ?? ""))),
  };
}

function proposals(table: FakeTable): Proposal[] {
  const yes = (column: string, value: string | boolean) =>
    table.rows.filter((row) => row[column] === value).length;
  return [
    {
      column: "churn",
      value: "Yes",
      name: "Churn",
      better: "lower",
      outcome_like: true,
      n: yes("churn", "Yes"),
      of: table.rows.length,
    },
    {
      column: "paperless",
      value: "true",
      name: "Paperless",
      better: "higher",
      outcome_like: false,
      n: yes("paperless", true),
      of: table.rows.length,
    },
    {
      column: "gender",
      value: "Female",
      name: "Gender is Female",
      better: "higher",
      outcome_like: false,
      n: yes("gender", "Female"),
      of: table.rows.length,
    },
  ];
}
