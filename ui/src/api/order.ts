/** Which records stand in one list for a person, and what moving one of them means. Pure. */
import type { Chain, Placed, Segment } from "./types";

interface Listed {
  id: string;
  /** Records of one list that a page shows apart, as the pains of two jobs. */
  group: string;
}

export interface Step {
  placed: Placed;
  /** The place that it then has among those it is shown with, from 1, and how many they are. */
  to: number;
  of: number;
}

/**
 * The step of a record, named as "payoffs/x", past the next one that it is shown with; null at the
 * end of those, or when it has no order. `groupOf` says which segments are shown together.
 */
export function stepOf(
  chain: Chain,
  name: string,
  way: -1 | 1,
  groupOf: (segment: Segment) => string,
): Step | null {
  const [kind = "", id = ""] = name.split("/");
  const list = listOf(chain, kind, id, groupOf);
  const own = list.find((it) => it.id === id);
  const shown = list.filter((it) => it.group === own?.group);
  const at = shown.findIndex((it) => it.id === id);
  const passed = shown[at + way];
  if (at < 0 || passed === undefined) return null;
  const after = list[list.indexOf(passed) + 1];
  const before = way === -1 ? passed : after;
  return {
    placed: before === undefined ? { record: name } : { record: name, before: `${kind}/${before.id}` },
    to: at + way + 1,
    of: shown.length,
  };
}

/** Whether a record stands where a step puts it. */
export function isPlaced(chain: Chain, { record, before = "" }: Placed): boolean {
  const [kind = "", id = ""] = record.split("/");
  const list = listOf(chain, kind, id, () => "");
  const next = list[list.findIndex((it) => it.id === id) + 1];
  return (next === undefined ? "" : `${kind}/${next.id}`) === before;
}

/** The list that holds a record, whole. */
function listOf(
  chain: Chain,
  kind: string,
  id: string,
  groupOf: (segment: Segment) => string,
): Listed[] {
  if (kind === "segments") return chain.segments.map((it) => ({ id: it.id, group: groupOf(it) }));
  if (kind === "decisions") return chain.decisions.map((it) => ({ id: it.id, group: "" }));
  const lists = chain.segments.map((segment) => insideOf(segment, kind));
  return lists.find((list) => list.some((it) => it.id === id)) ?? [];
}

function insideOf({ value, positioning, touchpoints }: Segment, kind: string): Listed[] {
  const { jobs, pains, payoffs, features, proofs } = value;
  switch (kind) {
    case "jobs":
      return jobs.map(({ id }) => ({ id, group: "" }));
    case "pains":
      return pains.map(({ id, job }) => ({ id, group: under(jobs, job) }));
    case "payoffs":
      return payoffs.map(({ id, pain }) => ({ id, group: under(pains, pain) }));
    case "features":
      return features.map(({ id, payoff }) => ({ id, group: under(payoffs, payoff) }));
    case "proofs":
      return proofs.map(({ id, supports }) => ({ id, group: under(payoffs, supports) }));
    case "alternatives":
      return positioning.alternatives.map(({ id }) => ({ id, group: "" }));
    case "touchpoints":
      return touchpoints.map(({ id }) => ({ id, group: "" }));
    default:
      return [];
  }
}

/** What a record hangs on; those that hang on nothing are shown together. */
function under(parents: readonly { id: string }[], parent: string): string {
  return parents.some((it) => it.id === parent) ? parent : "";
}
