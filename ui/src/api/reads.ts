/** Every question that the window asks of its host, with what its answer tells of. */
import type { Read } from "./tags";
import type { Link, Rule } from "./types";

const read = <Args extends readonly unknown[], T>(it: Read<Args, T>) => it;

export const reads = {
  appInfo: read({ name: "app_info", provides: [], run: (host) => host.appInfo() }),
  samples: read({ name: "samples", provides: [], run: (host) => host.samples() }),
  book: read({ name: "book", provides: ["book"], run: (host) => host.book() }),
  columnValues: read({
    name: "column_values",
    provides: ["rows"],
    run: (host, dataset: string, column: string) => host.columnValues(dataset, column),
  }),
  countRule: read({
    name: "count_rule",
    provides: ["rows", "chain"],
    run: (host, dataset: string, rule: Rule) => host.countRule(dataset, rule),
  }),
  linkGrounds: read({
    name: "link_grounds",
    provides: ["rows", "chain"],
    run: (host, segment: string, link: Link) => host.linkGrounds(segment, link),
  }),
  rules: read({ name: "rules", provides: [], run: (host) => host.rules() }),
  results: read({
    name: "results",
    provides: ["rows", "chain"],
    run: (host, segment: string) => host.results(segment),
  }),
  told: read({
    name: "told",
    provides: ["chain", "rows"],
    run: (host, seq: number) => host.told(seq),
  }),
  previewReturn: read({
    name: "preview_return",
    provides: ["chain", "rows", "names"],
    run: (host, seq: number) => host.previewReturn(seq),
  }),
  search: read({
    name: "search",
    provides: ["chain", "rows"],
    run: (host, query: string, limit: number) => host.search(query, limit),
  }),
  mapResults: read({
    name: "map_results",
    provides: ["rows", "chain"],
    run: (host, metrics: string[]) => host.mapResults(metrics),
  }),
  brief: read({
    name: "brief",
    provides: ["rows", "chain", "settings"],
    run: (host, segment: string) => host.brief(segment),
  }),
  settings: read({ name: "settings", provides: ["settings"], run: (host) => host.settings() }),
  glance: read({ name: "glance", provides: [], run: (host) => host.glance() }),
  place: read({
    name: "place",
    provides: ["recent"],
    run: (host, _file: string) => host.place(),
  }),
  recents: read({ name: "recents", provides: ["recent"], run: (host) => host.recents() }),
};
