/** How a segment's six links stand in a row: which view each has, and what leads into it. */
import type { KeyboardEvent } from "react";

import type { Link, LinkState, LinkView } from "../api/types";
import { linkOrder } from "../words/vocabulary";

/** The view of a link; one that nobody has begun where there is none. */
export function viewOf(links: readonly LinkView[], link: Link): LinkView {
  return links.find((view) => view.link === link) ?? {
    link,
    state: "missing",
    needs: [],
    blockers: 0,
    warnings: 0,
    confirmed_on: "",
    since: "",
  };
}

/** The edge into a link has its state; behind a missing link it is hollow. */
export function edgeInto(from: LinkView, to: LinkView): LinkState {
  return from.state === "missing" ? "missing" : to.state;
}

/** The links that are drawn: all six, or those up to where a line stops. */
export function linksUpTo(stopsAfter: Link | null): readonly Link[] {
  return stopsAfter === null ? linkOrder : linkOrder.slice(0, linkOrder.indexOf(stopsAfter) + 1);
}

/** Arrow keys go from link to link. */
export function moveAlong(event: KeyboardEvent<HTMLAnchorElement>): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  const anchors = Array.from(event.currentTarget.closest("nav")?.querySelectorAll("a") ?? []);
  const at = anchors.indexOf(event.currentTarget);
  const to = anchors[at + step];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  to.focus();
}
