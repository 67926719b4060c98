/**
 * The one registry of places. A folder `features/<place>/index.tsx` that exports `place` is in the
 * window; nothing else lists it. An entry appears when it is built, never before.
 */
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";

import type { Book, Link, Segment, SegmentView } from "../api/types";

/** The segment in view: its record, and what was measured and derived for it. */
export interface InView {
  record: Segment;
  view: SegmentView;
  /** Its identity colour, see `Swatch`. */
  index: number;
}

export interface PlaceProps {
  book: Book;
  /** Null while the workbook has no segment. Link places are not shown without one. */
  segment: InView | null;
}

export interface Place {
  /** Its name in addresses; for a link of the chain, the link's own name. */
  id: string;
  /** The link of the chain that this place is; such places are reached through the chain bar. */
  link?: Link;
  /** Other places stand in the rail. */
  rail?: {
    order: number;
    name: string;
    icon: LucideIcon;
    /** After G it goes there; the links have their first letters. */
    letter?: string;
  };
  /** Whether it is about all segments and none of them is in view. */
  isOfAll?: boolean;
  /**
   * What the coach reads there, where it is not the link of the place: all of the segment in view.
   * A place of all segments shows what it finds in the workbook, unless this says false.
   */
  coach?: "segment" | false;
  Page: ComponentType<PlaceProps>;
}

const modules = import.meta.glob<{ place: Place }>("../features/*/index.tsx", { eager: true });

export const places: readonly Place[] = Object.values(modules)
  .map((module) => module.place)
  .toSorted((a, b) => (a.rail?.order ?? 0) - (b.rail?.order ?? 0));

export function placeOf(id: string | null): Place | undefined {
  return places.find((place) => place.id === id);
}

export function placeOfLink(link: Link): Place | undefined {
  return places.find((place) => place.link === link);
}

/** The segment that an address means: the one it names, else the primary one, else the first. */
export function segmentInView(book: Book, id: string | null): InView | null {
  const records = book.chain.segments;
  const record =
    records.find((it) => it.id === id) ??
    records.find((it) => it.role === "primary") ??
    records[0];
  const view = book.segments.find((it) => it.id === record?.id);
  if (record === undefined || view === undefined) return null;
  return { record, view, index: records.indexOf(record) };
}

/** Where a workbook opens, and where an address that leads nowhere leads. */
export const HOME = "map";
