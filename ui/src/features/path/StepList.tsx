/** The six steps with how far each has come; a skipped one stays in sight. */
import { Button } from "react-aria-components";

import type { PathStep, PathStepName } from "../../api/types";
import { StepMark } from "./StepMark";
import { progress, steps as names, t } from "../../words/path";
import styles from "./Path.module.css";

export function StepList(props: {
  steps: readonly PathStep[];
  current: PathStepName;
  onChoose: (step: PathStepName) => void;
}) {
  return (
    <nav className={styles.list} aria-label={t("steps")}>
      <ol>
        {props.steps.map(({ step, progress: now }) => (
          <li key={step}>
            <Button
              isDisabled={false}
              className={styles.step ?? ""}
              {...(props.current === step ? { "aria-current": "step" as const } : {})}
              onPress={() => props.onChoose(step)}
            >
              <StepMark progress={now} />
              <b>{names[step]}</b>
              <small data-progress={now}>{progress[now]}</small>
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
