/** The Map as a picture: a segment a row, its line with the states in words, and its small results. */
import type { Book, LinkState, MapFigure } from "../../api/types";
import { LINE_HEIGHT, lineShapes } from "../../charts/line";
import { SVG, tokenColour } from "../../components/copy/literal";
import { element, type Sheet, type SheetCell } from "../../components/copy/sheet";
import { t as tCopy } from "../../words/copy";
import { count, difference } from "../../words/figures";
import { t } from "../../words/map";
import { linkOrder, links, linkStates, verdicts } from "../../words/vocabulary";
import { nameOf } from "./copied";
import { notesOf } from "./notes";
import type { MapRow } from "./rows";
import type { SparkColumn } from "./sparks";

/** How wide the line is, and how many times as large as at a glance. */
const LINE_WIDTH = 216;
const LARGER = 4 / 3;
/** The primary segment's line is that much stronger. */
const STRONGER = 1.5;

/** The rows in view; the small results are copied from the drawings that stand under `root`. */
export function mapSheet(
  root: Element | null,
  book: Book,
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
    title: t("pictureOf", { name: book.chain.offering.name || book.name }),
    heads: [linkOrder.map((it) => links[it]).join(" – "), ...columns.map(({ metric }) => metric.name)],
    rows: rows.map((row) => ({
      name: nameOf(row),
      notes: notesOf(book, row),
      cells: [
        { drawing: () => drawnLine(row), lines: statesOf(row) },
        ...columns.map((column): SheetCell => {
          const figure = column.figures.get(row.record.id);
          return {
            drawing: drawings.get(sparkId(column, row.record.id)) ?? null,
            lines: figure === undefined ? ["–"] : linesOf(column, figure),
          };
        }),
      ],
    })),
    foot: columns.length === 0 ? "" : t("pictureFoot"),
  };
}

/** The states of a row's links in words, each with the links that have it. */
function statesOf({ links: its, kind }: MapRow): string[] {
  const said = (["sound", "draft", "stale", "missing"] as const).flatMap((state) => {
    const names = linkOrder.filter((_, at) => its[at]?.state === state).map((it) => links[it]);
    return names.length === 0 ? [] : [t("stateOf", { state: linkStates[state], names })];
  });
  return kind === "not_for_us" ? [...said, t("lineEnds")] : said;
}

const STROKES = { edge: 1.5, dashed: 1.5, hairline: 0.75, ring: 1.25, full: 0 } as const;

/** A row's line in the colours that are in force. */
function drawnLine({ links: its, kind }: MapRow): SVGSVGElement {
  const width = LINE_WIDTH / LARGER;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", String(LINE_WIDTH));
  svg.setAttribute("height", String(LINE_HEIGHT * LARGER));
  svg.setAttribute("viewBox", `0 0 ${width} ${LINE_HEIGHT}`);
  const states: LinkState[] = its.map((it) => it.state);
  const shapes = lineShapes(states, width, linkOrder.length, kind === "not_for_us");
  const strength = kind === "primary" ? STRONGER : 1;
  for (const { state, d, look } of shapes) {
    const colour = tokenColour(state);
    const isEdge = look === "edge" || look === "dashed";
    svg.append(
      element("path", {
        d,
        fill: look === "full" ? colour : look === "ring" ? tokenColour("sheet") : "none",
        stroke: look === "full" ? "none" : colour,
        "stroke-width": STROKES[look] * (isEdge ? strength : 1),
        ...(look === "dashed" ? { "stroke-dasharray": "3 2.5" } : {}),
      }),
    );
  }
  return svg;
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
