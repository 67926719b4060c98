/** The Map's small results: one scale a column, so that the rows of it can be compared. Pure. */
import { type IntervalFigures, layoutInterval, reachFor, unitFor } from "../../charts/interval";
import type { MapFigure, MapMetric, MapResults } from "../../api/types";

export const SPARK_WIDTH = 68;
const LEAST = { margin: 8, halfBand: 3.5 };

/** A metric's column: its head, and the figures of each segment on one scale. */
export interface SparkColumn {
  metric: MapMetric;
  reach: number;
  unit: number;
  figures: ReadonlyMap<string, MapFigure>;
}

export function columnsOf(results: MapResults): SparkColumn[] {
  return results.metrics.map((metric, at) => {
    const figures = new Map(
      results.rows.flatMap(({ segment, figures: its }) => {
        const figure = its[at];
        return figure === undefined ? [] : [[segment, figure] as const];
      }),
    );
    const read = [...figures.values()]
      .filter((figure) => figure.reading === "read")
      .map((figure) => figuresOf(metric, figure));
    const reach = reachFor(read, SPARK_WIDTH, LEAST);
    return { metric, reach, unit: unitFor(read, reach), figures };
  });
}

export function sparkOf(column: SparkColumn, figure: MapFigure) {
  return layoutInterval(figuresOf(column.metric, figure), {
    width: SPARK_WIDTH,
    reach: column.reach,
    margin: LEAST.margin,
    unit: column.unit,
  });
}

function figuresOf(metric: MapMetric, figure: MapFigure): IntervalFigures {
  const { threshold, better } = metric;
  const { difference, low, high } = figure;
  return { difference, low, high, threshold, better };
}
