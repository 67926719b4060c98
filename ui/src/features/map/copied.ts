/** The Map as it is taken along: a segment a row, its links in words, and all figures of its results. */
import type { MapFigure } from "../../api/types";
import { type CopiedColumn, type CopiedTable, tableOf } from "../../components/copy/delimited";
import type { Sheet, SheetCell } from "../../components/copy/sheet";
import { t as tApp } from "../../words/app";
import { t as tCopy } from "../../words/copy";
import { count, difference } from "../../words/figures";
import { t } from "../../words/map";
import { linkOrder, links, linkStates, roles, standings, verdicts } from "../../words/vocabulary";
import type { MapRow } from "./rows";
import type { SparkColumn } from "./sparks";

const nameOf = ({ record }: MapRow) => record.name || tApp("unnamedSegment");

export function copiedMap(rows: readonly MapRow[], columns: readonly SparkColumn[]): CopiedTable {
  const figures = columns.flatMap(({ metric, figures: of }): CopiedColumn<MapRow>[] => {
    const figure = (row: MapRow): MapFigure | undefined => of.get(row.record.id);
    return [
      { name: metric.name, text: (row) => figure(row)?.difference ?? null },
      { name: tCopy("low", { of: metric.name }), text: (row) => figure(row)?.low ?? null },
      { name: tCopy("high", { of: metric.name }), text: (row) => figure(row)?.high ?? null },
      { name: tCopy("nOf", { of: metric.name }), text: (row) => figure(row)?.n ?? null },
      { name: `${metric.name}, ${tCopy("q")}`, text: (row) => figure(row)?.q ?? null },
      { name: `${metric.name}, ${tCopy("verdict")}`, text: (row) => verdictOf(figure(row)) },
    ];
  });
  return tableOf<MapRow>(
    [
      { name: t("segment"), text: nameOf },
      { name: tCopy("role"), text: ({ record }) => roles[record.role] },
      { name: tCopy("standing"), text: ({ record }) => standings[record.standing] },
      ...linkOrder.map((link, at) => ({
        name: links[link],
        text: (row: MapRow) => {
          const view = row.links[at];
          return view === undefined ? "" : linkStates[view.state];
        },
      })),
      ...figures,
    ],
    rows,
  );
}

function verdictOf(figure: MapFigure | undefined): string {
  return figure?.reading === "read" ? verdicts[figure.verdict] : "";
}

/** The small results as a picture, from the drawings that stand under `root`. */
export function mapSheet(
  root: Element | null,
  rows: readonly MapRow[],
  columns: readonly SparkColumn[],
): Sheet {
  const drawings = new Map(
    [...(root?.querySelectorAll<SVGSVGElement>("svg[data-spark]") ?? [])].map((it) => [
      it.dataset.spark ?? "",
      it,
    ]),
  );
  return {
    title: t("results"),
    heads: columns.map(({ metric }) => metric.name),
    rows: rows.map((row) => ({
      name: nameOf(row),
      cells: columns.map((column): SheetCell => {
        const figure = column.figures.get(row.record.id);
        return {
          drawing: drawings.get(sparkId(column, row.record.id)) ?? null,
          lines: figure === undefined ? ["–"] : linesOf(column, figure),
        };
      }),
    })),
    foot: "",
  };
}

/** By which a drawing is found again. */
export function sparkId(column: SparkColumn, segment: string): string {
  return `${segment}/${column.metric.id}`;
}

function linesOf({ metric }: SparkColumn, figure: MapFigure): string[] {
  if (figure.reading === "not_measured") return ["–"];
  const n = t("n", { n: count(figure.n) });
  if (figure.reading === "nobody_else") return [t("nobodyElse"), n];
  if (figure.reading === "too_few" || figure.difference === null) return [t("tooFew"), n];
  const size = difference(figure.difference, metric.is_share);
  const unit = metric.is_share ? ` ${tCopy("points")}` : "";
  return [size + unit, verdicts[figure.verdict], n];
}
