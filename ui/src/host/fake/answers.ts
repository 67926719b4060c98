/** What the fake host reads out of its workbook: findings' rules, results, briefs. */
import type { Host } from "../host";
import { briefOf } from "./brief";
import type { Desk } from "./desk";
import { fakeRules } from "./findings";
import { foundIn } from "./history";
import { mapResultsOf } from "./map";
import { resultsOf } from "./results";
import { groundsOf, placeOf, whyStale } from "./standing";

export function answers(desk: Desk) {
  const { answer, open, segmentOf, table } = desk;
  return {
    rules: () => answer("rules", () => [...fakeRules]),
    search: (query, limit) => answer("search", () => foundIn(open().chain, query, limit)),
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
  } satisfies Partial<Host>;
}
