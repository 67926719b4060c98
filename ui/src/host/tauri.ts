/** The host behind the shipped window: each call is one generated command, so none can be undeclared. */
import { Channel } from "@tauri-apps/api/core";

import { commands } from "../api/bindings";
import type { Notice, Progress } from "../api/types";
import { asHostError, type Host } from "./host";

/**
 * A shape as the bindings say it: they allow null for every number, because JSON has no word for
 * NaN. The host sends null only where a shape of ours says so too.
 */
type Wire<T> = T extends number
  ? T | null
  : T extends readonly (infer U)[]
    ? Wire<U>[]
    : T extends object
      ? { [K in keyof T]: Wire<T[K]> }
      : T;

async function call<T>(answer: NoInfer<Promise<Wire<T>>>): Promise<T> {
  try {
    // What remains after the check of the bindings against the shape is the null said above.
    // oxlint-disable-next-line no-unsafe-type-assertion
    return (await answer) as T;
  } catch (thrown) {
    throw asHostError(thrown);
  }
}

async function done(answer: Promise<null>): Promise<void> {
  await call<null>(answer);
}

/** Does long work under a number of its own, by which the signal stops it and nothing else. */
async function stoppable<T>(
  stop: AbortSignal | undefined,
  work: (job: number) => Promise<T>,
): Promise<T> {
  const job = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const cancel = () => void commands.cancelWork(job);
  stop?.addEventListener("abort", cancel);
  try {
    const working = work(job);
    if (stop?.aborted === true) cancel();
    return await working;
  } finally {
    stop?.removeEventListener("abort", cancel);
  }
}

function hostOf(session: number | null): Host {
  // No opening has the number 0, so a change that is meant for none is refused.
  const opening = session ?? 0;
  return {
    session,
    of: hostOf,
    appInfo: () => call(commands.appInfo()),
    settings: () => call(commands.settings()),
    changeSettings: (part) => call(commands.changeSettings(part)),
    recents: () => call(commands.recents()),
    openRecent: (id) => call(commands.openRecent(id)),
    openAsked: (readOnly) => call(commands.openAsked(readOnly)),
    editNow: () => call(commands.editNow()),
    glance: () => call(commands.glance()),
    place: () => call(commands.place()),
    toldPlace: () => done(commands.toldPlace()),
    listen: (hear) => done(commands.listen(new Channel<Notice>(hear))),
    showMenus: (bar) => done(commands.showMenus(bar)),
    toggleMenu: () => done(commands.toggleMenu()),
    zoom: (times) => done(commands.zoom(times)),
    forgetRecent: (id) => call(commands.forgetRecent(id)),
    newBook: (template) => call(commands.newBook(template)),
    samples: () => call(commands.samples()),
    sampleBook: (sample) => call(commands.sampleBook(sample)),
    openBook: () => call(commands.openBook()),
    closeBook: () => done(commands.closeBook()),
    book: () => call(commands.book()),
    edit: (patch, burst) =>
      call(commands.edit(opening, { throughline: 1, ...patch }, burst)),
    undo: () => call(commands.undo(opening)),
    redo: () => call(commands.redo(opening)),
    confirmLink: (segment, link, onlyWording) =>
      call(commands.confirmLink(opening, segment, link, onlyWording)),
    history: (before, limit) => call(commands.history(before, limit)),
    told: (seq) => call(commands.told(seq)),
    previewReturn: (seq) => call(commands.previewReturn(seq)),
    returnTo: (seq) => call(commands.returnTo(opening, seq)),
    snapshot: (name) => done(commands.snapshot(opening, name)),
    removeSnapshot: (name) => done(commands.removeSnapshot(opening, name)),
    search: (query, limit) => call(commands.search(query, limit)),
    promote: (segment, reason) => call(commands.promote(opening, segment, reason)),
    suppress: ({ rule, record, field }, reason) =>
      call(commands.suppress(opening, rule, record, field, reason)),
    bringBack: ({ rule, record, field }) => call(commands.bringBack(opening, rule, record, field)),
    rules: () => call(commands.rules()),
    newVersion: (segment, reason) => call(commands.newVersion(opening, segment, reason)),
    acceptMetrics: (dataset, accepted) =>
      call(commands.acceptMetrics(opening, dataset, accepted)),
    chooseTable: () => call(commands.chooseTable()),
    previewTable: (settings, stop) =>
      stoppable(stop, (job) => call(commands.previewTable(job, settings))),
    importTable: (settings, onProgress, stop) =>
      stoppable(stop, (job) =>
        call(commands.importTable(opening, job, settings, new Channel<Progress>(onProgress))),
      ),
    columnValues: (dataset, column) => call(commands.columnValues(dataset, column)),
    countRule: (dataset, rule) => call(commands.countRule(dataset, rule)),
    linkGrounds: (segment, link) => call(commands.linkGrounds(segment, link)),
    results: (segment) => call(commands.results(segment)),
    mapResults: (metrics) => call(commands.mapResults(metrics)),
    brief: (segment) => call(commands.brief(segment)),
    exportBrief: (segment, format) => call(commands.exportBrief(segment, format)),
    savePicture: (title, format, bytes) =>
      call(commands.savePicture(title, format, [...bytes])),
    showExport: () => done(commands.showExport()),
  };
}

export const tauriHost = hostOf(null);
