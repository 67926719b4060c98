/** The host behind the shipped window: each call is one command of the app's IPC list. */
import { Channel, invoke } from "@tauri-apps/api/core";

import type { Progress } from "../api/types";
import { asHostError, type Host } from "./host";

async function call<T>(command: string, args?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw asHostError(thrown);
  }
}

export const tauriHost: Host = {
  appInfo: () => call("app_info"),
  newBook: () => call("new_book"),
  openBook: () => call("open_book"),
  closeBook: () => call("close_book"),
  book: () => call("book"),
  edit: (patch) => call("edit", { patch: { throughline: 1, ...patch } }),
  undo: () => call("undo"),
  redo: () => call("redo"),
  promote: (segment, reason) => call("promote", { segment, reason }),
  newVersion: (segment, reason) => call("new_version", { segment, reason }),
  acceptMetrics: (dataset, accepted) => call("accept_metrics", { dataset, accepted }),
  chooseTable: () => call("choose_table"),
  previewTable: (settings) => call("preview_table", { settings }),
  importTable: (settings, onProgress) => {
    const channel = new Channel<Progress>(onProgress);
    return call("import_table", { settings, progress: channel });
  },
  cancelWork: () => call("cancel_work"),
  columnValues: (dataset, column) => call("column_values", { dataset, column }),
  countRule: (dataset, rule) => call("count_rule", { dataset, rule }),
  results: (segment) => call("results", { segment }),
  brief: (segment) => call("brief", { segment }),
  exportBrief: (segment, format) => call("export_brief", { segment, format }),
  showExport: () => call("show_export"),
};
