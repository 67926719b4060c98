/** The host behind the shipped window: each call is one generated command, so none can be undeclared. */
import { Channel } from "@tauri-apps/api/core";

import { commands } from "../api/bindings";
import type { Progress } from "../api/types";
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

export const tauriHost: Host = {
  appInfo: () => call(commands.appInfo()),
  newBook: () => call(commands.newBook()),
  openBook: () => call(commands.openBook()),
  closeBook: () => done(commands.closeBook()),
  book: () => call(commands.book()),
  edit: (patch) => call(commands.edit({ throughline: 1, ...patch })),
  undo: () => call(commands.undo()),
  redo: () => call(commands.redo()),
  promote: (segment, reason) => call(commands.promote(segment, reason)),
  newVersion: (segment, reason) => call(commands.newVersion(segment, reason)),
  acceptMetrics: (dataset, accepted) => call(commands.acceptMetrics(dataset, accepted)),
  chooseTable: () => call(commands.chooseTable()),
  previewTable: (settings) => call(commands.previewTable(settings)),
  importTable: (settings, onProgress) =>
    call(commands.importTable(settings, new Channel<Progress>(onProgress))),
  cancelWork: () => done(commands.cancelWork()),
  columnValues: (dataset, column) => call(commands.columnValues(dataset, column)),
  countRule: (dataset, rule) => call(commands.countRule(dataset, rule)),
  results: (segment) => call(commands.results(segment)),
  brief: (segment) => call(commands.brief(segment)),
  exportBrief: (segment, format) => call(commands.exportBrief(segment, format)),
  showExport: () => done(commands.showExport()),
};
