/**
 * The line: a node for each state of a link and the edge that leads into it. State is always shape
 * and line and word; this is the shape and the line.
 */
import { useState } from "react";

import type { LinkState } from "../api/types";
import { cx } from "./classes";
import styles from "./State.module.css";

/** A state, and the one before it while it is still on its way out. */
interface Turn {
  now: LinkState;
  before: LinkState | null;
}

/**
 * Follows the state of one node or edge. Nothing moves when it is first shown: only a change does,
 * once. Whoever shows another link in the same place gives it another key.
 */
function useTurn(state: LinkState): Turn & { done: () => void } {
  const [turn, setTurn] = useState<Turn>({ now: state, before: null });
  const last = turn.now === state ? turn : { now: state, before: turn.now };
  if (last !== turn) setTurn(last);
  return { ...last, done: () => setTurn({ now: last.now, before: null }) };
}

export interface StateNodeProps {
  state: LinkState;
  /** Side in px: 16 in the line, 20 in blocks, 10 at its smallest. */
  size?: 10 | 12 | 16 | 20;
}

/** A node; when its state changes, the old shape and the new one cross-fade. */
export function StateNode({ state, size = 16 }: StateNodeProps) {
  const { before, done } = useTurn(state);
  return (
    <span className={styles.node} style={{ width: size, height: size }} aria-hidden="true">
      {before === null ? null : (
        <svg
          key={`from ${before}`}
          viewBox="0 0 16 16"
          className={cx(styles.leaving, `is-${before}`)}
          onAnimationEnd={done}
        >
          <Shape state={before} />
        </svg>
      )}
      <svg
        key={state}
        viewBox="0 0 16 16"
        data-state={state}
        className={cx(before === null ? null : styles.arriving, `is-${state}`)}
      >
        <Shape state={state} />
      </svg>
    </span>
  );
}

function Shape({ state }: { state: LinkState }) {
  switch (state) {
    case "sound":
      return <circle cx="8" cy="8" r="6" fill="currentColor" />;
    case "draft":
    case "missing":
      return (
        <>
          <circle
            cx="8"
            cy="8"
            r="5.2"
            className={styles.paper}
            stroke="currentColor"
            strokeWidth="1.6"
          />
          {state === "draft" ? (
            <path d="M8 2.8a5.2 5.2 0 0 0 0 10.4z" fill="currentColor" />
          ) : null}
        </>
      );
    case "stale":
      return (
        <>
          <path d="M6.6 .8v11.6a5.8 5.8 0 0 1 0-11.6z" fill="currentColor" />
          <path d="M9.4 3.6v11.6a5.8 5.8 0 0 0 0-11.6z" fill="currentColor" />
        </>
      );
  }
}

/**
 * The edge into a link, which has that link's state; it fills the room it is given. When the link
 * becomes sound it draws itself once.
 */
export function Edge(props: { state: LinkState; strong?: boolean }) {
  const { before, done } = useTurn(props.state);
  return (
    <span
      key={props.state}
      aria-hidden="true"
      data-edge={props.state}
      onAnimationEnd={done}
      className={cx(
        styles.edge,
        styles[props.state],
        props.strong && styles.strong,
        before !== null && props.state === "sound" && styles.drawn,
        `is-${props.state}`,
      )}
    >
      {props.state === "stale" ? (
        <svg viewBox="0 0 14 14" width="14" height="14">
          <path
            d="M0 7h3.2l2.6-4.6M8.2 11.6L10.8 7H14"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          />
        </svg>
      ) : null}
    </span>
  );
}

/** The end of a line that goes no further: "not for us". */
export function StopBar({ state }: { state: LinkState }) {
  return <span aria-hidden="true" className={cx(styles.stop, `is-${state}`)} />;
}

/** A node with the edge that leads on from it; the last one leads nowhere. */
export function Track(props: {
  state: LinkState;
  next: LinkState | "stop" | null;
  strong?: boolean;
}) {
  return (
    <span className={styles.track}>
      <StateNode state={props.state} />
      {props.next === "stop" ? <StopBar state={props.state} /> : null}
      {props.next !== null && props.next !== "stop" ? (
        <Edge state={props.next} strong={props.strong ?? false} />
      ) : null}
    </span>
  );
}
