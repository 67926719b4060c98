/**
 * The blast radius: from one changed record a curve to each record that no longer holds, cut in the
 * middle as every stale edge is. Pure: heights in, drawn paths out.
 */

export interface FanCurve {
  /** The curve up to the cut, and after it. */
  d: string;
  /** The two slanted strokes that close the cut. */
  cut: string;
}

/** Where along the curve the cut begins and ends. */
const CUT = [0.45, 0.55] as const;
/** Half a slanted stroke, in px. */
const STROKE = 4.5;
/** How far the curve's ends run level, as a part of the width. */
const LEVEL = 0.5;

interface Point {
  x: number;
  y: number;
}

/** A curve from the middle of the left edge to each height at the right edge. */
export function fan(from: number, to: readonly number[], width: number): FanCurve[] {
  return to.map((height) => {
    const ends: Point[] = [
      { x: 0, y: from },
      { x: width * LEVEL, y: from },
      { x: width * LEVEL, y: height },
      { x: width, y: height },
    ];
    const [before, rest] = split(ends, CUT[0]);
    const [, after] = split(rest, (CUT[1] - CUT[0]) / (1 - CUT[0]));
    return {
      d: curve(before) + curve(after),
      cut: slant(before[3], before[2], before[3]) + slant(after[0], after[0], after[1]),
    };
  });
}

/** De Casteljau: one cubic curve as two that meet at `t`. */
function split(points: readonly Point[], t: number): [Point[], Point[]] {
  const left: Point[] = [];
  const right: Point[] = [];
  let row = [...points];
  while (row.length > 0) {
    const [first] = row;
    const last = row.at(-1);
    if (first !== undefined) left.push(first);
    if (last !== undefined) right.unshift(last);
    row = row.slice(1).map((point, at) => between(row[at] ?? point, point, t));
  }
  return [left, right];
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

function curve(points: readonly Point[]): string {
  const [start, ...rest] = points.map(({ x, y }) => `${short(x)} ${short(y)}`);
  return `M${start ?? ""}C${rest.join(" ")}`;
}

/** A stroke through a point of the curve that runs from `from` to `to` there, slanted as every cut. */
function slant(at: Point | undefined, from: Point | undefined, to: Point | undefined): string {
  if (at === undefined || from === undefined || to === undefined) return "";
  const angle = Math.atan2(to.y - from.y, to.x - from.x) + Math.PI / 3;
  const [dx, dy] = [Math.cos(angle) * STROKE, Math.sin(angle) * STROKE];
  return `M${short(at.x - dx)} ${short(at.y - dy)}L${short(at.x + dx)} ${short(at.y + dy)}`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
