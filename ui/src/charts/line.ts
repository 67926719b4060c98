/**
 * The small line of states as shapes: what each is of, its outline and its look. The page and a
 * picture draw the same ones.
 */
import type { LinkState } from "../api/types";

export const LINE_HEIGHT = 12;
const MIDDLE = LINE_HEIGHT / 2;
const FIRST = 6;

/** How a shape is drawn: filled, a ring on paper, or one of three strokes. */
export type LineLook = "full" | "ring" | "edge" | "dashed" | "hairline";

export interface LineShape {
  state: LinkState;
  d: string;
  look: LineLook;
}

/** The shapes of a line, its edges first, for a line of `of` places; `stops` ends it with a bar. */
export function lineShapes(
  states: readonly LinkState[],
  width: number,
  of = states.length,
  stops = false,
): LineShape[] {
  const step = (width - 2 * FIRST) / Math.max(1, of - 1);
  const at = (index: number) => FIRST + index * step;
  const edges = states.slice(1).map((own, index): LineShape => {
    // Behind a missing link the line is hollow, whatever it leads to.
    const state = states[index] === "missing" ? "missing" : own;
    return { state, ...edge(state, at(index), at(index + 1)) };
  });
  const last = states.at(-1);
  if (stops && last !== undefined) {
    const from = at(states.length - 1);
    const end = from + step * 0.4;
    edges.push({ state: last, d: `M${from} ${MIDDLE}H${end}M${end} 1.5V10.5`, look: "edge" });
  }
  return [...edges, ...states.flatMap((state, index) => node(state, at(index)))];
}

function edge(state: LinkState, from: number, to: number): Pick<LineShape, "d" | "look"> {
  if (state === "missing") {
    return { d: `M${from} 4.75H${to}M${from} 7.25H${to}`, look: "hairline" };
  }
  if (state === "stale") {
    const cut = (from + to) / 2;
    const d = `M${from} ${MIDDLE}H${cut - 3}l2.4-4M${cut + 0.6} 10l2.4-4H${to}`;
    return { d, look: "edge" };
  }
  return { d: `M${from} ${MIDDLE}H${to}`, look: state === "draft" ? "dashed" : "edge" };
}

function node(state: LinkState, x: number): LineShape[] {
  switch (state) {
    case "sound":
      return [{ state, d: disc(x, 3.5), look: "full" }];
    case "stale": {
      const d = `M${x - 0.7} 1.6v7a3.5 3.5 0 0 1 0-7zM${x + 0.7} 3.4v7a3.5 3.5 0 0 0 0-7z`;
      return [{ state, d, look: "full" }];
    }
    case "missing":
      return [{ state, d: disc(x, 3), look: "ring" }];
    case "draft":
      return [
        { state, d: disc(x, 3), look: "ring" },
        { state, d: `M${x} 3a3 3 0 0 0 0 6z`, look: "full" },
      ];
  }
}

function disc(x: number, r: number): string {
  return `M${x - r} ${MIDDLE}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
