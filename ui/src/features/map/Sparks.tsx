/** What a segment did, beside its line: up to three metrics against everyone else. */
import type { MapFigure } from "../../api/types";
import { cx } from "../../components/classes";
import { count, difference } from "../../words/figures";
import { t } from "../../words/map";
import { verdicts } from "../../words/vocabulary";
import { sparkId } from "./picture";
import styles from "./Sparks.module.css";
import { SPARK_WIDTH, type SparkColumn, sparkOf } from "./sparks";

const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;
const TAIL = 12;
const NEAR = 8;

/** The pictures of one segment, with their figures; the cell's name says them in words. */
export function Sparks({ columns, segment }: { columns: readonly SparkColumn[]; segment: string }) {
  const measured = columns.some((it) => isMeasured(it.figures.get(segment)));
  if (columns.length === 0) return null;
  if (!measured) {
    return (
      <span className={styles.none} aria-hidden="true">
        {t("notMeasured")}
      </span>
    );
  }
  return (
    <span className={styles.sparks} data-columns={columns.length} aria-hidden="true">
      {columns.map((column) => (
        <Spark
          key={column.metric.id}
          id={sparkId(column, segment)}
          column={column}
          figure={column.figures.get(segment)}
        />
      ))}
    </span>
  );
}

function isMeasured(figure: MapFigure | undefined): boolean {
  return figure !== undefined && figure.reading !== "not_measured";
}

interface SparkProps {
  id: string;
  column: SparkColumn;
  figure: MapFigure | undefined;
}

function Spark({ id, column, figure }: SparkProps) {
  if (figure === undefined || figure.reading === "not_measured") {
    return (
      <span className={styles.spark}>
        <span className={styles.dash}>–</span>
      </span>
    );
  }
  return (
    <span className={cx(styles.spark, figure.reading === "read" && styles[figure.verdict])}>
      <Picture id={id} column={column} figure={figure} />
      <b>
        {figure.reading === "read" && figure.difference !== null
          ? difference(figure.difference, column.metric.is_share)
          : t(figure.reading === "nobody_else" ? "nobodyElse" : "tooFew")}
      </b>
      <span className={styles.n}>{t("n", { n: count(figure.n) })}</span>
    </span>
  );
}

function Picture({ id, column, figure }: SparkProps & { figure: MapFigure }) {
  const { zero, band, dot, ...layout } = sparkOf(column, figure);
  const isRead = figure.reading === "read";
  const isOpen = figure.verdict === "cannot_tell";
  const whisker = layout.whisker === null || dot === null ? null : tailed(layout.whisker, dot);
  const isBeyond = whisker?.isBeyond ?? false;
  return (
    <svg width={SPARK_WIDTH} height={HEIGHT} data-spark={id}>
      {band === null ? null : (
        <rect x={band.x} width={band.width} height={HEIGHT} className={styles.band} />
      )}
      <path d={`M${zero} 0V${HEIGHT}`} className={styles.zero} />
      {whisker === null || !isRead ? null : (
        <>
          <path
            d={`M${whisker.from} ${MIDDLE}H${whisker.to}`}
            stroke="currentColor"
            strokeWidth="2"
            strokeDasharray={isOpen ? "2 2" : undefined}
          />
          {whisker.cutLeft ? <path d={arrow(whisker.from, -1)} fill="currentColor" /> : null}
          {whisker.cutRight ? <path d={arrow(whisker.to, 1)} fill="currentColor" /> : null}
        </>
      )}
      {dot === null || isBeyond || !isRead ? null : (
        <circle
          cx={dot.x}
          cy={MIDDLE}
          r={isOpen ? 2.75 : 3.25}
          stroke="currentColor"
          strokeWidth={isOpen ? 1.5 : 0}
          className={isOpen ? styles.hollow : styles.full}
        />
      )}
    </svg>
  );
}

interface Whisker {
  from: number;
  to: number;
  cutLeft: boolean;
  cutRight: boolean;
}

/**
 * A dot beyond the picture, or so near its edge that it would touch the arrow there, leaves an arrow
 * with a tail, so that it is seen to lead on.
 */
function tailed(whisker: Whisker, dot: { x: number; cut: boolean }): Whisker & { isBeyond: boolean } {
  const touchesLeft = whisker.cutLeft && (dot.cut || dot.x - whisker.from < NEAR);
  const touchesRight = whisker.cutRight && (dot.cut || whisker.to - dot.x < NEAR);
  if (touchesLeft && dot.x < SPARK_WIDTH / 2) {
    return { ...whisker, to: Math.max(whisker.to, whisker.from + TAIL), isBeyond: true };
  }
  if (touchesRight) {
    return { ...whisker, from: Math.min(whisker.from, whisker.to - TAIL), isBeyond: true };
  }
  return { ...whisker, isBeyond: dot.cut };
}

/** The whisker goes on beyond the picture. */
function arrow(x: number, side: 1 | -1): string {
  return `M${x} ${MIDDLE - 4}l${side * 6} 4l${-side * 6} 4z`;
}

/** The figures of a segment in words, for its cell's name. */
export function said(columns: readonly SparkColumn[], segment: string): string {
  return columns
    .map(({ metric, figures }) => {
      const figure = figures.get(segment);
      const { name } = metric;
      if (figure === undefined || figure.reading === "not_measured") {
        return t("figureNone", { name });
      }
      if (figure.reading === "nobody_else") {
        return t("figureEveryone", { name, n: count(figure.n) });
      }
      if (figure.reading === "too_few" || figure.difference === null) {
        return t("figureFew", { name, n: count(figure.n) });
      }
      return t("figure", {
        name,
        difference: difference(figure.difference, metric.is_share),
        points: metric.is_share,
        verdict: verdicts[figure.verdict].toLowerCase(),
        n: count(figure.n),
      });
    })
    .join("; ");
}
