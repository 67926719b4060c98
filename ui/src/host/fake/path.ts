/** The guided path as the fake host shows it: simpler than the real one, and enough to look at. */
import { ruleOf } from "../../api/chain";
import type { Chain, PathLack, PathProgress, PathStep, PathStepName, Segment } from "../../api/types";

export function pathOf(chain: Chain, segment: Segment): PathStep[] {
  const decision = chain.decisions.find((it) => it.id === segment.decision);
  const dataset = chain.datasets.find((it) => it.id === segment.dataset);
  const hasRule = ruleOf(segment) !== null && dataset !== undefined;
  const hasReasons =
    decision !== undefined &&
    decision.dimensions.length > 0 &&
    decision.dimensions.every((it) => it.why !== "");
  const asked: [PathStepName, [PathLack, boolean][]][] = [
    [
      "decision",
      [
        ["question", Boolean(decision?.question)],
        ["owner", Boolean(decision?.owner)],
        ["due", Boolean(decision?.due)],
      ],
    ],
    [
      "dimensions",
      [
        ["dimension", (decision?.dimensions.length ?? 0) > 0],
        ["reason", hasReasons],
      ],
    ],
    [
      "data",
      [
        ["table", hasRule],
        ["as_of", hasRule && dataset.as_of !== ""],
      ],
    ],
    [
      "compare",
      [
        ["metric", hasRule && chain.metrics.some((it) => it.stage === "downstream")],
        ["target", segment.targets.length > 0],
      ],
    ],
    ["act", [["action", segment.actions.length > 0]]],
    ["review", [["review_date", segment.review_on !== ""]]],
  ];
  const isWorded =
    segment.positioning.benefit !== "" || segment.touchpoints.some((it) => it.text !== "");
  const steps = asked.map(([step, needs]): PathStep => {
    const lacks = needs.filter(([, isThere]) => !isThere).map(([lack]) => lack);
    const isExpected = segment.expects !== "" && !hasRule && (step === "data" || step === "compare");
    const progress: PathProgress =
      lacks.length === 0
        ? "done"
        : lacks.length < needs.length
          ? "begun"
          : isExpected
            ? "expected"
            : "open";
    return { step, progress, lacks };
  });
  // Kinds of change come along with a template: they are somebody's work once words are written.
  const last = steps.findLastIndex(
    ({ step, progress }) => progress !== "open" && (step !== "act" || isWorded),
  );
  return steps.map((it, at) =>
    it.progress === "open" && at < last ? { ...it, progress: "skipped" } : it,
  );
}
