/** The six links at a glance, in one small drawing: the same nodes and edges as the line itself. */
import type { LinkState } from "../api/types";
import { linkOrder, links, linkStates } from "../words/vocabulary";
import { cx } from "./classes";
import styles from "./MiniLine.module.css";

const HEIGHT = 12;
const MIDDLE = HEIGHT / 2;
const FIRST = 6;

export interface MiniLineProps {
  states: readonly LinkState[];
  width?: number;
}

export function MiniLine({ states, width = 160 }: MiniLineProps) {
  const step = (width - 2 * FIRST) / Math.max(1, states.length - 1);
  const at = (index: number) => FIRST + index * step;
  return (
    <svg
      className={styles.line}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      fill="none"
      role="img"
      aria-label={said(states)}
    >
      {states.slice(1).map((own, index) => {
        // Behind a missing link the line is hollow, whatever it leads to.
        const state = states[index] === "missing" ? "missing" : own;
        return (
          <g key={linkOrder[index + 1]} className={`is-${state}`}>
            <MiniEdge state={state} from={at(index)} to={at(index + 1)} />
          </g>
        );
      })}
      {states.map((state, index) => (
        <g key={linkOrder[index]} className={`is-${state}`}>
          <MiniNode state={state} x={at(index)} />
        </g>
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

function MiniEdge({ state, from, to }: { state: LinkState; from: number; to: number }) {
  if (state === "missing") {
    return <path d={`M${from} 4.75H${to}M${from} 7.25H${to}`} className={styles.hairline} />;
  }
  if (state === "stale") {
    const cut = (from + to) / 2;
    const d = `M${from} ${MIDDLE}H${cut - 3}l2.4-4M${cut + 0.6} 10l2.4-4H${to}`;
    return <path d={d} className={styles.edge} />;
  }
  const look = cx(styles.edge, state === "draft" && styles.dashed);
  return <path d={`M${from} ${MIDDLE}H${to}`} className={look} />;
}

function MiniNode({ state, x }: { state: LinkState; x: number }) {
  switch (state) {
    case "sound":
      return <circle cx={x} cy={MIDDLE} r="3.5" fill="currentColor" />;
    case "stale":
      return (
        <path
          d={`M${x - 0.7} 1.6v7a3.5 3.5 0 0 1 0-7zM${x + 0.7} 3.4v7a3.5 3.5 0 0 0 0-7z`}
          fill="currentColor"
        />
      );
    default:
      return (
        <>
          <circle cx={x} cy={MIDDLE} r="3" className={styles.ring} />
          {state === "draft" ? (
            <path d={`M${x} 3a3 3 0 0 0 0 6z`} fill="currentColor" />
          ) : null}
        </>
      );
  }
}
