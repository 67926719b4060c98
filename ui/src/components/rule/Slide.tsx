/**
 * The bounds of a condition on a number, moved by drag or by keys. While a thumb moves only the
 * count follows; what is written is written once, when the thumb is let go or the keys rest.
 */
import { useEffect, useRef } from "react";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components";

import { newId } from "../../api/ids";
import { reads, useRead } from "../../api/queries";
import type { ColumnType, Scalar } from "../../api/types";
import { holdsTyping, sendTyped } from "../../api/typing";
import { t } from "../../words/rule";
import { useReadOnly } from "../ReadOnly";
import { SAVE_PAUSE } from "../useWriting";
import { afterMove, boundsOf, held, onSteps, type Scale, scaleOf, standing, thumbsOf } from "./slide";
import styles from "./Slide.module.css";
import type { ConditionNode } from "./tree";

export interface SlideProps {
  dataset: string;
  type: ColumnType;
  /** The condition as it is written. */
  node: ConditionNode;
  /** The condition as its thumbs stand now. */
  shown: ConditionNode;
  /** The thumbs moved; null when they went back to what is written. */
  onTry: (values: Scalar[] | null) => void;
  /** They rest. */
  onValues: (values: Scalar[]) => void;
}

export function Slide(props: SlideProps) {
  const { dataset, type, node } = props;
  const asked = thumbsOf(node.op, type) > 0;
  const known = useRead(reads.columnValues, asked ? [dataset, node.column] : null);
  const { least = null, most = null } = known.data ?? {};
  if (!asked || least === null || most === null) return null;
  // What is written, and not what is being tried, so that a track keeps its length under a thumb.
  const scale = scaleOf([Number(least), Number(most), ...boundsOf(node.values)], type);
  return scale === null ? null : <Thumbs {...props} scale={scale} />;
}

function Thumbs({ node, shown, scale, onTry, onValues }: SlideProps & { scale: Scale }) {
  const off = useReadOnly();
  const exact = standing(shown.op, shown.values, scale);
  const steps = onSteps(exact, scale);
  const trial = useTrial(onTry, onValues);
  const part = held(shown.op, shown.negated, steps, scale);
  return (
    // Only tells the two ways of moving a thumb apart.
    <span
      role="presentation"
      className={styles.slide}
      onPointerDownCapture={trial.byPointer}
      onKeyDownCapture={(event) => {
        if (trial.byKey(event.key)) event.stopPropagation();
      }}
      onBlur={trial.leave}
    >
      <Slider
        aria-label={t("slide", { column: node.column })}
        isDisabled={off}
        minValue={scale.min}
        maxValue={scale.max}
        step={scale.step}
        value={steps}
        formatOptions={{ maximumFractionDigits: 20, useGrouping: false }}
        onChange={(after) => trial.move(afterMove(exact, steps, after, scale))}
        onChangeEnd={trial.end}
      >
        <SliderTrack className={styles.track ?? ""} data-unwritten={node.values.length === 0}>
          {part === null ? null : (
            <i
              aria-hidden="true"
              className={styles.held}
              style={{ left: `${part[0] * 100}%`, width: `${(part[1] - part[0]) * 100}%` }}
            />
          )}
          {steps.map((_, index) => (
            <SliderThumb
              // oxlint-disable-next-line no-array-index-key -- a thumb is its place on the track
              key={index}
              index={index}
              {...(steps.length === 1 ? {} : { "aria-label": t(index === 0 ? "from" : "to") })}
              className={styles.thumb ?? ""}
            />
          ))}
        </SliderTrack>
      </Slider>
    </span>
  );
}

interface Held {
  values: Scalar[] | null;
  isPointer: boolean;
  /** All that the keys do until the thumb is left is one entry of the history. */
  burst: string | null;
  pause?: ReturnType<typeof setTimeout> | undefined;
  release?: (() => void) | undefined;
  onTry: SlideProps["onTry"];
  onValues: SlideProps["onValues"];
}

/** Holds what is being tried until it is written: at once after a drag, after a pause of the keys. */
function useTrial(onTry: SlideProps["onTry"], onValues: SlideProps["onValues"]) {
  const desk = useRef<Held>({ values: null, isPointer: false, burst: null, onTry, onValues });
  useEffect(() => {
    desk.current.onTry = onTry;
    desk.current.onValues = onValues;
  });
  useEffect(() => {
    const its = desk.current;
    // A rule that leaves the screen takes the last move with it.
    return () => rest(its);
  }, []);
  return {
    move: (values: number[]) => {
      const its = desk.current;
      its.values = values;
      its.release ??= holdsTyping(() => rest(its));
      its.onTry(values);
    },
    end: () => {
      const its = desk.current;
      clearTimeout(its.pause);
      if (its.isPointer) rest(its);
      else its.pause = setTimeout(() => rest(its), SAVE_PAUSE);
      its.isPointer = false;
    },
    leave: () => {
      if (desk.current.isPointer) return;
      rest(desk.current);
      desk.current.burst = null;
    },
    byPointer: () => {
      rest(desk.current);
      desk.current.isPointer = true;
      desk.current.burst = null;
    },
    /** Whether the key was for what is being tried: Escape takes it back, Enter writes it. */
    byKey: (key: string): boolean => {
      const its = desk.current;
      its.isPointer = false;
      its.burst ??= newId("bound");
      if (its.values === null || (key !== "Escape" && key !== "Enter")) return false;
      if (key === "Enter") rest(its);
      else {
        forget(its);
        its.onTry(null);
      }
      return true;
    },
  };
}

function forget(its: Held): Scalar[] | null {
  const { values } = its;
  clearTimeout(its.pause);
  its.release?.();
  its.release = undefined;
  its.values = null;
  return values;
}

function rest(its: Held): void {
  const values = forget(its);
  if (values !== null) sendTyped(its.burst, () => its.onValues(values));
}
