/** Blank records, and a patch laid over a chain: what the fake host understands by an edit. */
import type {
  Axes,
  Chain,
  Confirmation,
  Metric,
  Patch,
  Placed,
  Segment,
  StatementParts,
} from "../../api/types";

const axis = () => ({ score: null, note: "" });

export function blankAxes(): Axes {
  return {
    urgency: axis(),
    willingness_to_pay: axis(),
    risk_sensitivity: axis(),
    technical_maturity: axis(),
    workflow_complexity: axis(),
    approvals: axis(),
  };
}

export function blankParts(): StatementParts {
  return {
    for_whom: "",
    problem: "",
    benefit: "",
    why_believe: "",
    category: "",
    why_now: "",
    tagline: "",
    alternatives: [],
    differentiator: { text: "", kind: null },
  };
}

export function blankSegment(id: string): Segment {
  return {
    id,
    name: "",
    described: "",
    role: "queued",
    standing: "hypothesis",
    tested: { test: "", on: "" },
    purpose: [],
    decision: "",
    kinds: [],
    dataset: "",
    rule: {},
    decides_by: blankAxes(),
    reach: [],
    for: [],
    not_for: [],
    actions: [],
    targets: [],
    expects: "",
    review_on: "",
    value: { jobs: [], pains: [], payoffs: [], features: [], proofs: [] },
    positioning: { ...blankParts(), since: "", versions: [] },
    touchpoints: [],
  };
}

function blankMetric(id: string): Metric {
  return {
    id,
    name: "",
    dataset: "",
    stage: "downstream",
    better: "higher",
    threshold: 0,
    partner: "",
    formula: {},
  };
}

export function blankChain(): Chain {
  return {
    throughline: 1,
    offering: { name: "", category: "", summary: "" },
    datasets: [],
    decisions: [],
    segments: [],
    metrics: [],
    confirmations: [],
    suppressions: [],
  };
}

/** A blank record for each list of records, so that a new one has every field. */
const blanks: Readonly<Record<string, (id: string) => object>> = {
  segments: blankSegment,
  metrics: blankMetric,
  decisions: (id) => ({ id, question: "", options: [], dimensions: [], owner: "", due: "" }),
  datasets: (id) => ({ id, unit: "", key: "", weight: "", as_of: "" }),
  jobs: (id) => ({ id, text: "", kind: null }),
  pains: (id) => ({ id, text: "", job: "", severity: null }),
  payoffs: (id) => ({
    id,
    text: "",
    pain: "",
    kind: null,
    quantity: null,
    unit: "",
    horizon_days: null,
  }),
  features: (id) => ({ id, text: "", payoff: "" }),
  proofs: (id) => ({ id, text: "", kind: null, supports: "" }),
  alternatives: (id) => ({ id, name: "", kind: null, weakness: "" }),
  touchpoints: (id) => ({ id, kind: null, text: "", claims: [] }),
};

/** The chain with a segment's positioning kept as its next version. */
export function withVersion(chain: Chain, segment: string, reason: string): Chain {
  const until = "2026-11-23";
  return {
    ...chain,
    segments: chain.segments.map((it) => {
      if (it.id !== segment) return it;
      const { versions, since, ...parts } = it.positioning;
      const number = Math.max(0, ...versions.map((version) => version.number)) + 1;
      const kept = { number, since, until, reason, ...parts };
      return {
        ...it,
        positioning: { ...it.positioning, since: until, versions: [...versions, kept] },
      };
    }),
  };
}

/** The chain after a patch; the chain before it is left as it was. */
export function applied(chain: Chain, patch: Patch): Chain {
  const { remove = [], place = [], ...rest } = patch;
  const merged = merge(chain, rest, "") as Chain;
  const left = remove.reduce((now, path) => without(now, path), merged);
  return place.reduce(withPlaced, left);
}

/** The chain with a record before another one of its list, or at its end. */
function withPlaced(chain: Chain, { record, before = "" }: Placed): Chain {
  const [kind, id] = record.split("/");
  const [, neighbour] = before.split("/");
  const put = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) {
      const list: unknown[] = value.map((it: unknown) => put(it, ""));
      const own = list.find((it) => hasId(it) && it.id === id);
      if (name !== kind || own === undefined || neighbour === id) return list;
      const others = list.filter((it) => it !== own);
      const at = others.findIndex((it) => hasId(it) && it.id === neighbour);
      return others.toSpliced(at < 0 ? others.length : at, 0, own);
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, put(it, key)]));
  };
  return put(chain, "") as Chain;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasId(value: unknown): value is Record<string, unknown> & { id: string } {
  return isObject(value) && typeof value.id === "string";
}

function merge(old: unknown, patch: unknown, name: string): unknown {
  if (patch === undefined) return old;
  // Rules and formulas are values: replaced whole, never mixed.
  if (name === "rule" || name === "formula") return patch;
  if (Array.isArray(patch)) {
    const list: unknown[] = patch;
    if (name === "confirmations") return byLink(old as Confirmation[], patch as Confirmation[]);
    return list.every(hasId) && blanks[name] !== undefined ? mergeList(old, list, name) : patch;
  }
  if (!isObject(patch) || !isObject(old)) return patch;
  const next: Record<string, unknown> = { ...old };
  for (const [key, value] of Object.entries(patch)) next[key] = merge(old[key], value, key);
  return next;
}

function byLink(old: readonly Confirmation[], patch: readonly Confirmation[]): Confirmation[] {
  const kept = old.filter((it) => patch.every(({ link }) => link !== it.link));
  return [...kept, ...patch];
}

function mergeList(
  old: unknown,
  patch: (Record<string, unknown> & { id: string })[],
  name: string,
): unknown[] {
  const next: unknown[] = Array.isArray(old) ? [...(old as unknown[])] : [];
  for (const record of patch) {
    const at = next.findIndex((it) => hasId(it) && it.id === record.id);
    if (at >= 0) next[at] = merge(next[at], record, "");
    else next.push(merge(blanks[name]?.(record.id) ?? {}, record, ""));
  }
  return next;
}

/** The chain without a record: "segments/x", or "pains/y" wherever it stands. */
function without(chain: Chain, path: string): Chain {
  const [kind, id] = path.split("/");
  const prune = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) {
      const kept = name === kind ? value.filter((it) => !(hasId(it) && it.id === id)) : value;
      return kept.map((it: unknown) => prune(it, ""));
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, prune(it, key)]));
  };
  return prune(chain, "") as Chain;
}
