/**
 * How links stand in the fake host: simpler than the real states, and enough to look at. What a
 * link rests on is compared to the letter.
 */
import { ruleOf } from "../../api/chain";
import type {
  Chain,
  Ground,
  GroundLine,
  Link,
  LinkState,
  LinkView,
  Need,
  Segment,
  WhyStale,
} from "../../api/types";
import { linkOrder } from "../../words/vocabulary";
import { findingsOf } from "./findings";

/** What a link rests on as the chain stands. */
export function groundsOf(chain: Chain, segment: Segment, link: Link): Ground[] {
  const own = `segments/${segment.id}`;
  const { value, positioning: p } = segment;
  const list = (() => {
    switch (link) {
      case "decision":
      case "results":
        return [];
      case "segment":
        return chain.decisions
          .filter((it) => it.id === segment.decision)
          .map((it) => ({ record: `decisions/${it.id}`, field: "question", text: it.question }));
      case "value":
        return [{ record: own, field: "described", text: segment.described }];
      case "positioning":
        return [
          ...value.jobs.map(({ id, text }) => ({ record: `jobs/${id}`, field: "text", text })),
          ...value.pains.map(({ id, text }) => ({ record: `pains/${id}`, field: "text", text })),
          ...value.payoffs.map(({ id, text }) => ({ record: `payoffs/${id}`, field: "text", text })),
        ];
      case "journey":
        return [
          { record: own, field: "positioning.problem", text: p.problem },
          { record: own, field: "positioning.benefit", text: p.benefit },
        ];
    }
  })();
  return list.filter((it) => it.text !== "");
}

export function placeOf(chain: Chain, { record, field }: Ground): GroundLine["place"] {
  const id = record.slice(record.indexOf("/") + 1);
  for (const { id: home, value } of chain.segments) {
    const lists = [value.jobs, value.pains, value.payoffs];
    const at = Math.max(...lists.map((list) => list.findIndex((it) => it.id === id)));
    if (at >= 0) return { record, field, home, nth: at + 1 };
  }
  const isSegment = chain.segments.some((it) => it.id === id);
  return { record, field, home: isSegment ? id : "", nth: isSegment ? 0 : 1 };
}

/** The chain with a person's word for a link. */
export function confirmed(
  chain: Chain,
  segment: Segment,
  link: Link,
  only_wording: boolean,
): Chain {
  const name = `${segment.id}/${link}`;
  const rests = groundsOf(chain, segment, link);
  const word = { link: name, on: "2026-11-23", only_wording, basis: "rests", rests };
  return {
    ...chain,
    confirmations: [...chain.confirmations.filter((it) => it.link !== name), word],
  };
}

function same(a: Ground): (b: Ground) => boolean {
  return (b) => a.record === b.record && a.field === b.field;
}

/** Why a link no longer holds; null while it does. */
export function whyStale(chain: Chain, segment: Segment, link: Link): WhyStale | null {
  const word = chain.confirmations.find((it) => it.link === `${segment.id}/${link}`);
  if (word === undefined || word.rests.length === 0) return null;
  const now = groundsOf(chain, segment, link);
  const was = word.rests.filter((it) => now.find(same(it))?.text !== it.text);
  const added = now.filter((it) => word.rests.find(same(it)) === undefined);
  const changes = [...was, ...added].map((it) => ({
    place: placeOf(chain, it),
    was: word.rests.find(same(it))?.text ?? "",
    now: now.find(same(it))?.text ?? "",
    since: "2026-11-22",
    by: "Mira",
  }));
  return changes.length === 0 ? null : { since: "2026-11-22", changes, echoes: [] };
}

export function linksOf(chain: Chain, segment: Segment, measured: boolean): LinkView[] {
  const { value, positioning } = segment;
  const begun: Record<Link, [boolean, Need]> = {
    decision: [segment.decision !== "", "decision"],
    segment: [segment.described !== "" || ruleOf(segment) !== null, "definition"],
    value: [value.jobs.length + value.pains.length + value.payoffs.length > 0, "job"],
    positioning: [positioning.for_whom !== "" || positioning.benefit !== "", "for_whom"],
    journey: [segment.touchpoints.length > 0, "touchpoint"],
    results: [measured && chain.metrics.length > 0, "downstream_metric"],
  };
  const levels = findingsOf(chain).findings.filter((it) => it.segment === segment.id);
  return linkOrder.map((link) => {
    const word = chain.confirmations.find((it) => it.link === `${segment.id}/${link}`);
    const found = whyStale(chain, segment, link);
    const open = (level: string) =>
      levels.filter((it) => it.link === link && it.level === level).length;
    const [isBegun, need] = begun[link];
    const blockers = open("blocker");
    const warnings = open("warning");
    const troubled: Need[] = blockers + warnings > 0 ? ["findings"] : [];
    const state: LinkState = !isBegun
      ? "missing"
      : found !== null
        ? "stale"
        : word !== undefined && troubled.length === 0
          ? "sound"
          : "draft";
    return {
      link,
      state,
      needs: !isBegun ? [need] : [...troubled, ...(word === undefined ? (["confirmation"] as const) : [])],
      blockers,
      warnings,
      confirmed_on: word?.on ?? "",
      since: found?.since ?? "",
    };
  });
}
