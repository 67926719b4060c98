/** Draws one difference: see `charts/interval.ts` for what means what. */
import type { Better, Verdict } from "../api/types";
import { type IntervalFigures, layoutInterval } from "../charts/interval";
import { t } from "../words/components";
import { difference as signedDifference } from "../words/figures";
import { verdicts } from "../words/vocabulary";
import { cx } from "./classes";
import styles from "./IntervalPlot.module.css";

export interface IntervalPlotProps extends IntervalFigures {
  /** The metric's name, for the text equivalent. */
  name: string;
  verdict: Verdict;
  /** Whether the differences are fractions, shown as points; else they have the metric's unit. */
  share: boolean;
  better: Better;
  /** From `reachFor`, the same for all rows of a table. */
  reach: number;
  width?: number;
}

const HEIGHT = 40;
const MIDDLE = HEIGHT / 2;

export function IntervalPlot({ width = 228, ...props }: IntervalPlotProps) {
  const layout = layoutInterval(props, { width, reach: props.reach });
  const say = (difference: number) => signedDifference(difference, props.share);
  const unsure = props.verdict === "cannot_tell";
  const { whisker, dot, band } = layout;
  return (
    <svg
      width={width}
      height={HEIGHT + 14}
      role="img"
      aria-label={equivalent(props, say)}
      className={cx(styles.plot, styles[props.verdict])}
    >
      {band === null ? null : (
        <rect x={band.x} y={0} width={band.width} height={HEIGHT} className={styles.band} />
      )}
      <path d={`M${layout.zero} 0V${HEIGHT}`} className={styles.zero} />
      {whisker === null ? null : (
        <>
          <path
            d={`M${whisker.from} ${MIDDLE}H${whisker.to}`}
            strokeWidth="2"
            strokeDasharray={unsure ? "3 2" : undefined}
            stroke="currentColor"
          />
          {whisker.beyond === "right" ? null : (
            <WhiskerEnd x={whisker.from} cut={whisker.cutLeft} side={-1} />
          )}
          {whisker.beyond === "left" ? null : (
            <WhiskerEnd x={whisker.to} cut={whisker.cutRight} side={1} />
          )}
        </>
      )}
      {dot === null || dot.cut ? null : (
        <circle
          cx={dot.x}
          cy={MIDDLE}
          r={radius(whisker) - (unsure ? 0.5 : 0)}
          stroke="currentColor"
          strokeWidth={unsure ? 1.6 : 0}
          className={unsure ? styles.hollow : styles.full}
        />
      )}
      {layout.ticks.map((tick) => (
        <text key={tick.at} x={tick.x} y={HEIGHT + 12} textAnchor={tick.anchor}>
          {say(tick.at)}
        </text>
      ))}
    </svg>
  );
}

/** The dot leaves the ends of a short whisker in sight; one shorter than a dot is a dot. */
function radius(whisker: { from: number; to: number } | null): number {
  const half = whisker === null ? Infinity : (whisker.to - whisker.from) / 2;
  return half < 3 ? 4.5 : Math.min(4.5, Math.max(3, half - 2));
}

function WhiskerEnd(props: { x: number; cut: boolean; side: 1 | -1 }) {
  const { x, side } = props;
  const d = props.cut
    ? `M${x} ${MIDDLE - 5}l${side * 7} 5l${-side * 7} 5z`
    : `M${x} ${MIDDLE - 4}v8`;
  return (
    <path
      d={d}
      fill={props.cut ? "currentColor" : "none"}
      stroke={props.cut ? "none" : "currentColor"}
      strokeWidth="2"
    />
  );
}

function equivalent(props: IntervalPlotProps, say: (difference: number) => string): string {
  const { difference, low, high, threshold } = props;
  if (difference === null || low === null || high === null) {
    return t("plotNothing", { name: props.name });
  }
  const unit = props.share ? ` ${t("points")}` : "";
  const figures = t("plot", {
    name: props.name,
    verdict: verdicts[props.verdict],
    at: say(difference) + unit,
    low: say(low),
    high: say(high) + unit,
  });
  if (threshold === 0) return figures;
  return figures + t("plotBand", { low: say(-threshold), high: say(threshold) });
}

/** The heads over a column of plots. */
export function PlotCaption(props: { width?: number }) {
  return (
    <span className={styles.caption} style={{ width: props.width ?? 228 }} aria-hidden="true">
      <span>{t("worse")}</span>
      <span>{t("better")}</span>
    </span>
  );
}
