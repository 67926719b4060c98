/**
 * Where each sentence of the value surface stands: a job beside its pains, a pain beside its
 * payoffs, a payoff beside what proves it, so that wires run level. Pure.
 */
import type { Feature, Job, Pain, Payoff, Proof, Value } from "../../api/types";
import type { WireBetween } from "../../components/Wires";

/** Rows count from 0; a sentence reaches down as far as what hangs on it. */
export interface Placed<T> {
  it: T;
  row: number;
  span: number;
}

/** A question where a sentence should stand: what a pain is worth, what gets in a job's way. */
export interface Gap {
  /** The sentence that leads nowhere; empty on a surface without any. */
  from: string;
  row: number;
}

/** What stands behind a payoff; with nothing to stand behind, it is loose. */
export interface Behind {
  payoff: string | null;
  proofs: Proof[];
  features: Feature[];
  row: number;
}

export interface ValueLayout {
  jobs: Placed<Job>[];
  pains: Placed<Pain>[];
  payoffs: Placed<Payoff>[];
  behind: Behind[];
  jobGaps: Gap[];
  painGaps: Gap[];
  payoffGaps: Gap[];
  rows: number;
}

export function layoutValue(value: Value): ValueLayout {
  const layout: ValueLayout = {
    jobs: [],
    pains: [],
    payoffs: [],
    behind: [],
    jobGaps: [],
    painGaps: [],
    payoffGaps: [],
    rows: 0,
  };
  if (value.jobs.length + value.pains.length + value.payoffs.length === 0) {
    for (const gaps of [layout.jobGaps, layout.painGaps, layout.payoffGaps]) {
      gaps.push({ from: "", row: 0 });
    }
    layout.rows = 1;
  }
  const payoffsOf = (pain: string) => value.payoffs.filter((it) => it.pain === pain);

  const placePayoff = (it: Payoff) => {
    const proofs = value.proofs.filter((proof) => proof.supports === it.id);
    const features = value.features.filter((feature) => feature.payoff === it.id);
    layout.payoffs.push({ it, row: layout.rows, span: 1 });
    layout.behind.push({ payoff: it.id, proofs, features, row: layout.rows });
    layout.rows += 1;
  };
  const placePain = (it: Pain) => {
    const row = layout.rows;
    const payoffs = payoffsOf(it.id);
    if (payoffs.length === 0) {
      if (it.text.trim() !== "") layout.payoffGaps.push({ from: it.id, row });
      layout.rows += 1;
    }
    payoffs.forEach(placePayoff);
    layout.pains.push({ it, row, span: layout.rows - row });
  };
  for (const it of value.jobs) {
    const row = layout.rows;
    const pains = value.pains.filter((pain) => pain.job === it.id);
    if (pains.length === 0) {
      if (it.text.trim() !== "") layout.painGaps.push({ from: it.id, row });
      layout.rows += 1;
    }
    pains.forEach(placePain);
    layout.jobs.push({ it, row, span: layout.rows - row });
  }
  value.pains.filter((it) => !has(value.jobs, it.job)).forEach(placePain);
  value.payoffs.filter((it) => !has(value.pains, it.pain)).forEach(placePayoff);

  const proofs = value.proofs.filter((it) => !has(value.payoffs, it.supports));
  const features = value.features.filter((it) => !has(value.payoffs, it.payoff));
  if (proofs.length + features.length > 0) {
    layout.behind.push({ payoff: null, proofs, features, row: layout.rows });
    layout.rows += 1;
  }
  return layout;
}

function has(records: readonly { id: string }[], id: string): boolean {
  return records.some((it) => it.id === id);
}

/** The wires of the surface; those on the path of the sentence in hand are active. */
export function wiresOf(value: Value, layout: ValueLayout, inHand: string | null): WireBetween[] {
  const path = inHand === null ? new Set<string>() : pathOf(value, inHand);
  const wire = (from: string, to: string, look: "plain" | "dashed"): WireBetween => ({
    from,
    to,
    look: path.has(from) && path.has(to) ? "active" : look,
  });
  return [
    ...value.pains
      .filter((it) => has(value.jobs, it.job))
      .map((it) => wire(it.job, it.id, "plain")),
    ...value.payoffs
      .filter((it) => has(value.pains, it.pain))
      .map((it) => wire(it.pain, it.id, "plain")),
    // A feature behind a payoff that nothing proves only claims it.
    ...layout.behind.flatMap(({ payoff, proofs, features }) =>
      payoff === null
        ? []
        : [
            ...proofs.map((it) => wire(payoff, it.id, "plain")),
            ...features.map((it) => wire(payoff, it.id, proofs.length === 0 ? "dashed" : "plain")),
          ],
    ),
    ...[...layout.painGaps, ...layout.payoffGaps]
      .filter(({ from }) => from !== "")
      .map(({ from }) => ({ from, to: null })),
  ];
}

/** A sentence with all it leads from and all that hangs on it. */
export function pathOf(value: Value, id: string): Set<string> {
  const parents = new Map<string, string>([
    ...value.pains.map((it) => [it.id, it.job] as const),
    ...value.payoffs.map((it) => [it.id, it.pain] as const),
    ...value.features.map((it) => [it.id, it.payoff] as const),
    ...value.proofs.map((it) => [it.id, it.supports] as const),
  ]);
  const path = new Set([id]);
  for (let up = parents.get(id); up !== undefined && up !== "" && !path.has(up); up = parents.get(up)) {
    path.add(up);
  }
  const below = (from: string) => {
    for (const [child, parent] of parents) {
      if (parent !== from || path.has(child)) continue;
      path.add(child);
      below(child);
    }
  };
  below(id);
  return path;
}
