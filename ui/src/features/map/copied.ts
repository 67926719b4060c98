/** The Map as it is taken along: a segment a row, its links in words, and all figures of its results. */
import type { MapFigure } from "../../api/types";
import { type CopiedColumn, type CopiedTable, tableOf } from "../../components/copy/delimited";
import { t as tApp } from "../../words/app";
import { t as tCopy } from "../../words/copy";
import { t } from "../../words/map";
import { linkOrder, links, linkStates, roles, standings, verdicts } from "../../words/vocabulary";
import type { MapRow } from "./rows";
import type { SparkColumn } from "./sparks";

export const nameOf = ({ record }: MapRow) => record.name || tApp("unnamedSegment");

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
