/** The six links at a glance, in one small drawing: the same nodes and edges as the line itself. */
import type { LinkState } from "../api/types";
import { LINE_HEIGHT, lineShapes } from "../charts/line";
import { linkOrder, links, linkStates } from "../words/vocabulary";
import styles from "./MiniLine.module.css";

export interface MiniLineProps {
  states: readonly LinkState[];
  width?: number;
}

export function MiniLine({ states, width = 160 }: MiniLineProps) {
  return (
    <svg
      className={styles.line}
      width={width}
      height={LINE_HEIGHT}
      viewBox={`0 0 ${width} ${LINE_HEIGHT}`}
      fill="none"
      role="img"
      aria-label={said(states)}
    >
      {lineShapes(states, width).map(({ state, d, look }) => (
        <path key={d} d={d} className={`${styles[look]} is-${state}`} />
      ))}
    </svg>
  );
}

/** The line in words: a screen reader hears what an eye sees. */
function said(states: readonly LinkState[]): string {
  return linkOrder
    .slice(0, states.length)
    .map((link, index) => `${links[link]} ${linkStates[states[index] ?? "missing"]}`)
    .join(", ");
}
