/**
 * Drawings of the page as one picture that says by itself what it shows: a title, a line a row with
 * its name, its drawings and its words, and a footnote.
 */
import { FACE, inPaperColours, literalCopy, sayable, SVG, tokenColour } from "./literal";

export interface SheetCell {
  /** What stands on the page, or what draws itself for the picture, in its colours. */
  drawing: SVGSVGElement | (() => SVGSVGElement) | null;
  /** Under the drawing, or alone. */
  lines: readonly string[];
}

export interface SheetRow {
  name: string;
  /** Under the name, one a line. */
  notes?: readonly string[];
  cells: readonly SheetCell[];
}

export interface Sheet {
  title: string;
  /** Over the columns of cells. */
  heads: readonly string[];
  rows: readonly SheetRow[];
  foot: string;
}

export interface Picture {
  title: string;
  svg: string;
  width: number;
  height: number;
}

const PAD = 24;
const GAP = 24;
const LINE = 16;
const ROW_PAD = 12;
/** Longer words are broken into lines of this width. */
const WIDEST = 220;

interface Inks {
  sheet: string;
  ink: string;
  soft: string;
  rule: string;
}

export function pictureOf(sheet: Sheet): Picture {
  return inPaperColours(() =>
    drawn(sheet, {
      sheet: tokenColour("sheet"),
      ink: tokenColour("ink"),
      soft: tokenColour("ink-2"),
      rule: tokenColour("rule"),
    }),
  );
}

function drawn(sheet: Sheet, inks: Inks): Picture {
  const names = sheet.rows.map((row) => broken(row.name, WIDEST, true));
  const notes = sheet.rows.map((row) => (row.notes ?? []).flatMap((it) => broken(it, WIDEST)));
  const rows = sheet.rows.map((row) =>
    row.cells.map((cell) => ({
      drawing: cell.drawing === null ? null : measured(cell.drawing),
      lines: cell.lines.flatMap((it) => broken(it, WIDEST)),
    })),
  );
  const heads = sheet.heads.map((it) => broken(it, WIDEST));
  const nameWidth = Math.max(
    80,
    ...names.flat().map((it) => widthOf(it, true)),
    ...notes.flat().map((it) => widthOf(it)),
  );
  const widths = heads.map((head, at) =>
    Math.max(
      ...head.map((it) => widthOf(it)),
      ...rows.flatMap((cells) => [
        cells[at]?.drawing?.width ?? 0,
        ...(cells[at]?.lines ?? []).map((it) => widthOf(it)),
      ]),
      0,
    ),
  );
  const lefts = widths.map(
    (_, at) => PAD + nameWidth + GAP + widths.slice(0, at).reduce((sum, it) => sum + it + GAP, 0),
  );
  const width = Math.ceil((lefts.at(-1) ?? PAD + nameWidth) + (widths.at(-1) ?? 0) + PAD);

  const root = element("svg", { role: "img" });
  root.append(element("title", {}, sheet.title), element("desc", {}, equivalent(sheet)));
  const paper = element("rect", { x: 0, y: 0, fill: inks.sheet });
  root.append(paper);
  const say = (words: string, x: number, y: number, look: Record<string, string | number> = {}) =>
    root.append(
      element("text", { x, y, "font-family": FACE, "font-size": 12, fill: inks.soft, ...look }, words),
    );
  const ruled = (y: number) =>
    root.append(element("path", { d: `M${PAD} ${y}H${width - PAD}`, stroke: inks.rule, fill: "none" }));

  let top = PAD;
  for (const words of broken(sheet.title, width - 2 * PAD, true, 16)) {
    say(words, PAD, top + LINE, { "font-size": 16, "font-weight": 600, fill: inks.ink });
    top += 24;
  }
  top += ROW_PAD;
  const headLines = Math.max(0, ...heads.map((it) => it.length));
  heads.forEach((head, at) =>
    head.forEach((words, line) => say(words, lefts[at] ?? 0, top + 12 + line * LINE)),
  );
  top += headLines * LINE + (headLines > 0 ? 4 : 0);
  rows.forEach((cells, index) => {
    ruled(top + 0.5);
    const inner = top + ROW_PAD;
    const own = names[index] ?? [];
    const under = notes[index] ?? [];
    own.forEach((words, line) =>
      say(words, PAD, inner + 12 + line * LINE, { "font-weight": 600, fill: inks.ink }),
    );
    under.forEach((words, line) => say(words, PAD, inner + 12 + (own.length + line) * LINE));
    let tallest = (own.length + under.length) * LINE;
    cells.forEach(({ drawing, lines }, at) => {
      const left = lefts[at] ?? 0;
      const below = drawing?.height ?? 0;
      if (drawing !== null) {
        drawing.copy.setAttribute("x", String(left));
        drawing.copy.setAttribute("y", String(inner));
        drawing.copy.setAttribute("overflow", "visible");
        root.append(drawing.copy);
      }
      lines.forEach((words, line) => say(words, left, inner + below + 12 + line * LINE));
      tallest = Math.max(tallest, below + lines.length * LINE);
    });
    top = inner + tallest + ROW_PAD;
  });
  ruled(top + 0.5);
  top += ROW_PAD;
  for (const words of broken(sheet.foot, width - 2 * PAD)) {
    say(words, PAD, top + 12);
    top += LINE;
  }
  const height = Math.ceil(top + PAD - ROW_PAD);
  for (const whole of [root, paper]) {
    whole.setAttribute("width", String(width));
    whole.setAttribute("height", String(height));
  }
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return { title: sheet.title, svg: new XMLSerializer().serializeToString(root), width, height };
}

function measured(drawing: SVGSVGElement | (() => SVGSVGElement)) {
  const copy = typeof drawing === "function" ? drawing() : literalCopy(drawing);
  const number = (name: string) => Number.parseFloat(copy.getAttribute(name) ?? "") || 0;
  return { copy, width: number("width"), height: number("height") };
}

/** A part of a drawing. */
export function element(name: string, attributes: Record<string, string | number>, words?: string): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }
  if (words !== undefined) made.append(sayable(words));
  return made;
}

/** The picture in words, for whoever cannot see it: each row with what its drawings say. */
function equivalent(sheet: Sheet): string {
  const rows = sheet.rows.map((row) => {
    const cells = row.cells.map((cell, at) =>
      [sheet.heads[at] ?? "", labelOf(cell), ...cell.lines]
        .filter((it) => it.trim() !== "")
        .join(", "),
    );
    const name = [row.name, ...(row.notes ?? [])].join(", ");
    return `${name}: ${cells.filter((it) => it !== "").join("; ")}.`;
  });
  return [...rows, sheet.foot].filter((it) => it.trim() !== "").join("\n");
}

/** What a drawing of the page says of itself; one made for the picture has its words beside it. */
function labelOf({ drawing }: SheetCell): string {
  return drawing instanceof Element ? (drawing.getAttribute("aria-label") ?? "") : "";
}

/**
 * About how wide words are. Another program may set them in another face, so there is no use in
 * measuring them in ours.
 */
function widthOf(words: string, bold = false, size = 12): number {
  let width = 0;
  for (const letter of words) {
    const wide = (letter.codePointAt(0) ?? 0) >= 0x1100;
    width += wide && !/[\u2000-\u22ff]/.test(letter) ? 1 : bold ? 0.6 : 0.56;
  }
  return width * size;
}

/** Words in lines no wider than `most`; a longer word stands in a line of its own. */
function broken(text: string, most: number, bold = false, size = 12): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\r\n]+/).filter((it) => it !== "")) {
    const last = lines.at(-1);
    const longer = `${last ?? ""} ${word}`;
    if (last !== undefined && widthOf(longer, bold, size) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
