/**
 * Which segments the Map shows, in which order, and how far each of their links has come. Pure, so
 * that it is tested without a window.
 */
import type { Book, Link, LinkState, LinkView, Segment, SegmentView } from "../../api/types";
import { linksUpTo, viewOf } from "../../components/line";
import type { Tally } from "../../components/Tallies";

/** A segment's part on the map; "filter" is one that serves no decision. */
export type RowKind = "primary" | "queued" | "filter" | "not_for_us";

/** One segment as a row. */
export interface MapRow {
  record: Segment;
  view: SegmentView;
  /** Its identity colour, by its place in the workbook. */
  index: number;
  kind: RowKind;
  /** Its links in the chain's order, up to where its line stops. */
  links: readonly LinkView[];
}

export interface MapRows {
  /** Primary first, then queued, then report filters, then those that are not for us. */
  rows: readonly MapRow[];
  /** Retired and invalidated segments. */
  aside: readonly MapRow[];
}

const KINDS: readonly RowKind[] = ["primary", "queued", "filter", "not_for_us"];

/** The last link of a segment that is not for us: nothing is written for them after it. */
export const STOP: Link = "segment";

export function rowsOf(book: Book): MapRows {
  const views = new Map(book.segments.map((view) => [view.id, view]));
  const rows = book.chain.segments.flatMap((record, index): MapRow[] => {
    const view = views.get(record.id);
    if (view === undefined) return [];
    const kind = kindOf(record, view);
    const shown = linksUpTo(kind === "not_for_us" ? STOP : null);
    return [{ record, view, index, kind, links: shown.map((link) => viewOf(view.links, link)) }];
  });
  return {
    rows: KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind && !isAside(row.record))),
    aside: rows.filter((row) => isAside(row.record)),
  };
}

function kindOf(record: Segment, view: SegmentView): RowKind {
  if (record.role !== "queued") return record.role;
  return view.report_filter ? "filter" : "queued";
}

function isAside({ standing }: Segment): boolean {
  return standing === "retired" || standing === "invalidated";
}

/** Whether people work on the segment: it has a part in the plan and a decision to serve. */
export function isWorkedOn({ kind }: MapRow): boolean {
  return kind === "primary" || kind === "queued";
}

/** How many rows' links are in each state; a link that a line does not reach is not counted. */
export function talliesOf(rows: readonly MapRow[]): Record<Link, Tally> {
  const of = (link: Link): Tally => {
    const views = rows.flatMap((row) => row.links.filter((view) => view.link === link));
    const count = (state: LinkState) => views.filter((view) => view.state === state).length;
    return {
      sound: count("sound"),
      draft: count("draft"),
      stale: count("stale"),
      missing: count("missing"),
    };
  };
  return {
    decision: of("decision"),
    segment: of("segment"),
    value: of("value"),
    positioning: of("positioning"),
    journey: of("journey"),
    results: of("results"),
  };
}
