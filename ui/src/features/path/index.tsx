/**
 * The guided path: six steps from a decision to a review, for the segment in view. A step that was
 * passed over stays in sight, and the first ones need no data.
 */
import { Signpost } from "lucide-react";
import { useState } from "react";

import type { PathStep, PathStepName } from "../../api/types";
import type { Place, PlaceProps } from "../../app/places";
import { hrefTo, useRoute } from "../../app/route";
import { Button } from "../../components/Button";
import { PageHead } from "../../components/Page";
import { lacks, steps as stepNames, t } from "../../words/path";
import { Act } from "./Act";
import { Compare } from "./Compare";
import { Data } from "./Data";
import { Decide } from "./Decide";
import { Dimensions } from "./Dimensions";
import { DoorwayCard } from "./Doorway";
import styles from "./Path.module.css";
import { Review } from "./Review";
import { StepList } from "./StepList";
import { order } from "./order";
import { Beginning } from "./Beginning";

function PathPage({ book, segment }: PlaceProps) {
  const steps = segment?.view.path ?? order.map(blank);
  const { field } = useRoute();
  const [arrived, setArrived] = useState(field);
  // A step that is done stays in view until the person goes on: nothing moves under their hands.
  const [current, choose] = useState(() => stepOf(field) ?? firstOpen(steps));
  // Led to a field while the path is in view.
  if (field !== arrived) {
    setArrived(field);
    choose(stepOf(field) ?? current);
  }
  const [isExplained, setExplained] = useState(false);
  const at = order.indexOf(current);
  const next = order[at + 1];
  const here = steps[at];
  const holds = here?.progress === "done" || here?.progress === "expected";
  return (
    <>
      <PageHead
        title={headOf(steps, segment !== null)}
        actions={
          <Button harmless look="quiet" onPress={() => setExplained(!isExplained)}>
            {t("doorway")}
          </Button>
        }
      />
      {isExplained ? <DoorwayCard onClose={() => setExplained(false)} /> : null}
      <div className={styles.split}>
        <StepList steps={steps} current={current} onChoose={choose} />
        <section className={styles.sheet} aria-label={stepNames[current]}>
          <p className="sub">
            {t("step", { at: at + 1 })}
            {here === undefined || here.lacks.length === 0
              ? null
              : ` · ${t("left", { what: here.lacks.map((lack) => lacks[lack]) })}`}
          </p>
          {segment === null ? (
            <Beginning book={book} />
          ) : (
            <Here step={current} book={book} segment={segment} />
          )}
          <div className={styles.onward}>
            {next === undefined ? (
              <a className={styles.way} href={hrefTo("map")}>
                {t("back")}
              </a>
            ) : (
              <Button
                harmless
                look={holds ? "main" : "default"}
                isDisabled={segment === null}
                onPress={() => choose(next)}
              >
                {t(holds || here?.progress === "begun" ? "next" : "skip", { step: stepNames[next] })}
              </Button>
            )}
          </div>
        </section>
      </div>
    </>
  );
}

function Here({ step, ...props }: { step: PathStepName } & Required<PlaceProps>) {
  const { book, segment } = props;
  if (segment === null) return null;
  switch (step) {
    case "decision":
      return <Decide book={book} segment={segment} />;
    case "dimensions":
      return <Dimensions book={book} segment={segment} />;
    case "data":
      return <Data book={book} segment={segment} />;
    case "compare":
      return <Compare segment={segment} />;
    case "act":
      return <Act segment={segment} />;
    case "review":
      return <Review segment={segment} />;
  }
}

function firstOpen(steps: readonly PathStep[]): PathStepName {
  return steps.find((it) => it.progress !== "done")?.step ?? "decision";
}

/** The step that a field is written in, where an address leads to one. */
function stepOf(field: string | null): PathStepName | null {
  if (field === null) return null;
  if (field.startsWith("dimensions")) return "dimensions";
  return field === "expects" ? "compare" : null;
}

/** Before there is a segment every step is still to do. */
function blank(step: PathStepName): PathStep {
  return { step, progress: "open", lacks: [] };
}

function headOf(steps: readonly PathStep[], isBegun: boolean): string {
  if (!isBegun) return t("headNone");
  const done = steps.filter((it) => it.progress === "done").length;
  const skipped = steps.filter((it) => it.progress === "skipped").length;
  return skipped === 0 ? t("head", { done }) : t("headSkipped", { done, skipped });
}

export const place: Place = {
  id: "path",
  rail: { order: 15, name: t("name"), icon: Signpost },
  Page: PathPage,
};
