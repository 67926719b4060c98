/** The paths of wires between columns of sentences. Pure: boxes in, drawn paths out. */

export interface Box {
  left: number;
  right: number;
  top: number;
}

export interface WirePath {
  d: string;
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** Where a wire meets a sentence: the middle of its first line, in px below its top. */
export const FIRST_LINE = 13;
const GAP = 10;

/** From the right of one sentence to the left of another: straight on a level, else one S-curve. */
export function wire(from: Box, to: Box): WirePath {
  const start = { x: from.right + GAP, y: from.top + FIRST_LINE };
  const end = { x: to.left - GAP, y: to.top + FIRST_LINE };
  const middle = (start.x + end.x) / 2;
  const level = Math.abs(start.y - end.y) < 0.5;
  const d = level
    ? `M${start.x} ${start.y}H${end.x}`
    : `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`;
  return { d, from: start, to: end };
}

/** A hollow stub to where the next sentence would stand. */
export function stub(from: Box, length: number): WirePath {
  const start = { x: from.right + GAP, y: from.top + FIRST_LINE };
  const end = { x: start.x + length, y: start.y };
  return { d: `M${start.x} ${start.y - 2.5}H${end.x}M${start.x} ${start.y + 2.5}H${end.x}`, from: start, to: end };
}
