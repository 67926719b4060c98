/**
 * A composed statement: glue words in grey, what people wrote in ink, the part that is being
 * edited tinted, a part nobody has written as its question on a dashed line.
 */
import type { Run, StatementPart } from "../api/types";
import { cx } from "./classes";
import { Marked } from "./Marked";
import type { Mark } from "./underlines";
import styles from "./Statement.module.css";

export interface StatementProps {
  runs: readonly Run[];
  /** The part being edited. */
  editing?: StatementPart | null;
  /** A press on a part, to go and write it. */
  onChoose?: (part: StatementPart) => void;
  /** What the coach means, run by run. */
  marks?: readonly (readonly Mark[])[];
  /** A press on marked words, with the finding they belong to. */
  onFinding?: (key: string) => void;
}

const NO_MARKS: readonly Mark[] = [];

export function Statement(props: StatementProps) {
  const pressed = props.onFinding === undefined ? {} : { onPress: props.onFinding };
  return (
    <p className={styles.statement}>
      {keyed(props.runs, props.marks ?? []).map(({ key, run, marks }) => {
        const { part } = run;
        if (part === null) return <Marked key={key} text={run.text} marks={marks} {...pressed} />;
        return (
          <b
            key={key}
            data-part={part}
            onPointerDown={(event) => {
              if (props.onChoose === undefined) return;
              event.preventDefault();
              props.onChoose(part);
            }}
            className={cx(
              run.missing && styles.missing,
              props.editing === part && styles.editing,
              props.onChoose && styles.choosable,
            )}
          >
            <Marked text={run.text} marks={marks} {...pressed} />
          </b>
        );
      })}
    </p>
  );
}

/** Each run with its marks and a key of its own: its part, or its place among the glue words. */
function keyed(runs: readonly Run[], marks: readonly (readonly Mark[])[]) {
  return runs.map((run, index) => ({
    key: run.part ?? `glue-${index}`,
    run,
    marks: marks[index] ?? NO_MARKS,
  }));
}
