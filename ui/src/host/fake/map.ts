/** The Map of the fake host: simpler than the real one, and enough to look at. */
import { ruleOf } from "../../api/chain";
import type {
  Chain,
  Due,
  Health,
  MapFigure,
  MapResults,
  NextStep,
  Segment,
  SegmentView,
  SharedFeature,
} from "../../api/types";
import { resultsOf } from "./results";
import type { FakeTable } from "./rows";

/** The day on which the fake host stands still. */
const TODAY = "2026-11-24";
const DAY = 86_400_000;

function daysTo(on: string): number {
  return Math.round((Date.parse(on) - Date.parse(TODAY)) / DAY);
}

function step(kind: NextStep["kind"], segment: string, link: NextStep["link"]): NextStep {
  return {
    kind,
    segment,
    link,
    need: null,
    record: "",
    message: "",
    due: null,
    changed: null,
    broken: null,
    more: 0,
  };
}

/** What is missing first, then what waits for a person's word. */
export function nextStepsOf(views: readonly SegmentView[]): NextStep[] {
  if (views.length === 0) return [step("first_segment", "", "segment")];
  const missing = views.flatMap(({ id, links }) =>
    links
      .filter((it) => it.state === "missing")
      .slice(0, 1)
      .map((it) => ({ ...step("missing", id, it.link), need: it.needs[0] ?? null })),
  );
  const confirm = views.flatMap(({ id, links }) =>
    links.filter((it) => it.state === "draft").map((it) => step("confirm", id, it.link)),
  );
  return [...missing, ...confirm];
}

function dated(
  kind: Due["kind"],
  on: string,
  record: string,
  segment: string,
  link: Due["link"],
  text: string,
  owner = "",
): Due {
  return { kind, on, days: daysTo(on), record, segment, link, text, owner };
}

export function upcomingOf(chain: Chain): Due[] {
  const decisions = chain.decisions.map((it): Due => {
    const segment = chain.segments.find(({ decision }) => decision === it.id)?.id ?? "";
    return dated("decision", it.due, it.id, segment, "decision", it.question, it.owner);
  });
  const others = chain.segments.flatMap(({ id, name, review_on, targets }): Due[] => [
    dated("review", review_on, id, id, "segment", name),
    ...targets.map(({ metric, by }) => {
      const metricName = chain.metrics.find((it) => it.id === metric)?.name ?? metric;
      return dated("target", by, metric, id, "results", metricName);
    }),
  ]);
  return [...decisions, ...others]
    .filter((due) => due.on !== "")
    .toSorted((a, b) => a.days - b.days);
}

export function sharedFeaturesOf(chain: Chain): SharedFeature[] {
  const stands = chain.segments.flatMap(({ id, value }) =>
    value.features.map((feature) => ({
      name: feature.text,
      stand: {
        segment: id,
        feature: feature.id,
        payoff: feature.payoff,
        text: value.payoffs.find((it) => it.id === feature.payoff)?.text ?? "",
      },
    })),
  );
  return [...new Set(stands.map((it) => it.name.toLowerCase()))]
    .map((name) => stands.filter((it) => it.name.toLowerCase() === name))
    .filter((same) => same.some((it) => it.stand.segment !== same[0]?.stand.segment))
    .map((same) => ({
      text: same[0]?.name ?? "",
      stands: same.map((it) => it.stand),
      differs: same.some((it) => it.stand.text !== same[0]?.stand.text),
    }));
}

export function healthOf(segment: Segment): Health {
  const isDecided = segment.decision !== "";
  const isReviewed = segment.review_on !== "";
  return {
    checks: [
      { name: "decision", lacks: isDecided ? [] : ["no_decision"] },
      { name: "data", lacks: ruleOf(segment) === null ? ["not_counted"] : [] },
      { name: "truth", lacks: isReviewed ? [] : ["no_review"] },
    ],
    badges: [
      {
        name: "purpose",
        state: isDecided && segment.purpose.length > 0 ? "earned" : "open",
        lacks: [
          ...(isDecided ? [] : (["no_decision"] as const)),
          ...(segment.purpose.length > 0 ? [] : (["no_purpose"] as const)),
        ],
      },
      {
        name: "actionable",
        state: segment.reach.length > 0 && segment.actions.length > 0 ? "earned" : "open",
        lacks: [
          ...(segment.reach.length > 0 ? [] : (["no_reach"] as const)),
          ...(segment.actions.length > 0 ? [] : (["no_action"] as const)),
        ],
      },
      {
        name: "dynamic",
        state: isReviewed ? "earned" : "open",
        lacks: isReviewed ? [] : ["no_review"],
      },
    ],
    retire: segment.actions.length === 0 && ruleOf(segment) !== null && segment.role === "queued",
  };
}

/** The enough of people, as the real host has it. */
const FEW = 30;

const NOTHING: MapFigure = {
  reading: "not_measured",
  n: 0,
  difference: null,
  low: null,
  high: null,
  q: null,
  verdict: "cannot_tell",
};

export function mapResultsOf(chain: Chain, table: FakeTable, wanted: string[]): MapResults {
  const metrics = chain.metrics
    .filter((it) => "rate" in it.formula)
    .filter((it) => (wanted.length > 0 ? wanted.includes(it.id) : it.stage === "downstream"))
    .slice(0, 3);
  return {
    metrics: metrics.map(({ id, name, better, threshold }) => ({
      id,
      name,
      better,
      threshold,
      is_share: true,
      comparisons: chain.segments.length,
      problem: null,
    })),
    rows: chain.segments.map((segment) => {
      const { rows } = resultsOf(chain, segment, table);
      return {
        segment: segment.id,
        figures: metrics.map((metric): MapFigure => {
          const found = rows.find((it) => it.metric === metric.id)?.row;
          if (found === undefined) return NOTHING;
          return {
            reading: Math.min(found.n, found.against_n) < FEW ? "too_few" : "read",
            n: found.n,
            difference: found.difference,
            low: found.difference_low,
            high: found.difference_high,
            q: found.q,
            verdict: found.verdict,
          };
        }),
      };
    }),
  };
}
