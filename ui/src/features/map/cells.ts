/** What stands under a node: its state in words with what is left, or what a sound link holds. */
import { ruleOf } from "../../api/chain";
import type { Book, LinkView, Rule, Segment } from "../../api/types";
import { shortDate } from "../../words/figures";
import { lacking, missingWhole, t } from "../../words/map";
import { findingsLeft } from "../../words/standing";
import { exactWords } from "./records";
import type { MapRow } from "./rows";

export interface CellWords {
  /** The state, before the words; null where the shape and the words say enough. */
  state: string | null;
  words: string;
  /** Said, but not shown: behind a missing link of a row that nobody works on. */
  quiet: boolean;
}

/** More of what is left than this would not be read. */
const MOST_LACKS = 2;

/** The words under the node at a place of the row. */
export function cellWords(book: Book, row: MapRow, at: number): CellWords {
  const view = row.links[at];
  const before = row.links[at - 1];
  if (view === undefined) return { state: null, words: "", quiet: true };
  const behindMissing = before?.state === "missing";
  switch (view.state) {
    case "sound":
      return { state: null, words: holds(book, row.record, view), quiet: false };
    case "draft":
      return { state: t("draft"), words: left(view), quiet: false };
    case "stale":
      return {
        state: t("stale"),
        words: stale(book, row.record, view),
        quiet: false,
      };
    case "missing":
      return behindMissing
        ? { state: t("missingOnly"), words: "", quiet: row.kind === "filter" }
        : { state: t("missing"), words: missingWhole[view.link], quiet: false };
  }
}

/** What a stale link still says; without words to show, that something under it has changed. */
function stale(book: Book, record: Segment, view: LinkView): string {
  const broken = book.changes
    .flatMap((it) => it.broken)
    .filter((it) => it.segment === record.id && it.link === view.link && it.text !== "");
  const pieces = new Set(broken.map((it) => it.record));
  const [first] = broken;
  if (first === undefined) return t("restChanged", { date: shortDate(view.since) });
  const words = exactWords(first);
  return view.link === "journey"
    ? t("piecesSay", { n: pieces.size, of: record.touchpoints.length, words })
    : t("stillSays", { words });
}

function left(view: LinkView): string {
  const needs = view.needs.filter((need) => need !== "confirmation");
  if (needs.length === 0) return t("notConfirmed");
  return needs
    .slice(0, MOST_LACKS)
    .map((need) => (need === "findings" ? findingsLeft(view).join(", ") : lacking[need]))
    .join(", ");
}

/** What a sound link holds, as short as it can be said. */
function holds(book: Book, record: Segment, view: LinkView): string {
  const { value, positioning, touchpoints, targets } = record;
  const rule = ruleOf(record);
  const confirmed = t("confirmed", { date: shortDate(view.confirmed_on) });
  switch (view.link) {
    case "decision":
      return book.chain.decisions.find((it) => it.id === record.decision)?.question || confirmed;
    case "segment":
      return rule === null ? t("inWords") : t("conditions", { n: conditionsIn(rule) });
    case "value":
      return t("pains", { pains: value.pains.length, payoffs: value.payoffs.length });
    case "positioning":
      return t("version", {
        n: positioning.versions.length + 1,
        date: shortDate(positioning.since),
      });
    case "journey":
      return t("pieces", { n: touchpoints.length });
    case "results": {
      const [soonest] = targets
        .map((it) => it.by)
        .filter((by) => by !== "")
        .toSorted();
      if (soonest !== undefined) return t("targetBy", { date: shortDate(soonest) });
      return targets.length > 0 ? t("targets", { n: targets.length }) : confirmed;
    }
  }
}

/** How many conditions a rule is made of, however they are grouped. */
export function conditionsIn(rule: Rule): number {
  if ("all" in rule) return rule.all.reduce((sum, part) => sum + conditionsIn(part), 0);
  if ("any" in rule) return rule.any.reduce((sum, part) => sum + conditionsIn(part), 0);
  return "not" in rule ? conditionsIn(rule.not) : 1;
}
