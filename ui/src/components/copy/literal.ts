/**
 * A drawing of the page as it can stand alone: every colour and size a literal, in the colours of
 * paper, nothing that another file would have to explain.
 */

export const SVG = "http://www.w3.org/2000/svg";

/** The face of the page where it is installed, and what comes near it where it is not. */
export const FACE = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

const DRAWN = new Set(["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"]);
const GROUPS = new Set(["svg", "g"]);
const WORDS = new Set(["text", "tspan"]);
const GEOMETRY = [
  ["d", "points", "transform"],
  ["x", "y", "dx", "dy", "x1", "y1", "x2", "y2"],
  ["width", "height", "viewBox"],
  ["cx", "cy", "r", "rx", "ry"],
].flat();
const STROKE = ["stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"];

/**
 * Does `work` while the page wears its light colours. It is all done before the page is drawn
 * again, so nobody sees it change.
 */
export function inPaperColours<T>(work: () => T): T {
  const root = document.documentElement;
  const before = root.getAttribute("data-theme");
  root.setAttribute("data-theme", "light");
  try {
    return work();
  } finally {
    if (before === null) root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", before);
  }
}

/** What a token of `styles/tokens.css` is now, as a literal colour. */
export function tokenColour(name: string): string {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const colour = literalColour(getComputedStyle(probe).color);
  probe.remove();
  return colour?.colour ?? "#000000";
}

/** A copy of a live drawing with all that its style sheet said written into it. */
export function literalCopy(live: SVGSVGElement): SVGSVGElement {
  const copy = document.createElementNS(SVG, "svg");
  fill(copy, live);
  return copy;
}

function fill(copy: Element, live: Element): void {
  for (const name of GEOMETRY) {
    const value = live.getAttribute(name);
    if (value !== null && isInside(value)) copy.setAttribute(name, value);
  }
  const style = getComputedStyle(live);
  if (!GROUPS.has(live.localName)) paint(copy, live, style);
  if (WORDS.has(live.localName)) letter(copy, live, style);
  if (style.opacity !== "" && style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
  for (const child of live.childNodes) {
    if (child instanceof Element) {
      const { display, visibility } = getComputedStyle(child);
      if (!DRAWN.has(child.localName) || display === "none" || visibility === "hidden") continue;
      const inner = document.createElementNS(SVG, child.localName);
      fill(inner, child);
      copy.append(inner);
    } else if (child.nodeType === Node.TEXT_NODE && WORDS.has(live.localName)) {
      copy.append(sayable(child.textContent ?? ""));
    }
  }
}

/** Whether a value names nothing beyond the drawing. */
function isInside(value: string): boolean {
  return !/url\(|var\(|:\/\//i.test(value);
}

function paint(copy: Element, live: Element, style: CSSStyleDeclaration): void {
  for (const name of ["fill", "stroke"]) {
    const colour = literalColour(said(name, live, style));
    if (colour === null) continue;
    copy.setAttribute(name, colour.colour);
    if (colour.alpha < 1) copy.setAttribute(`${name}-opacity`, String(colour.alpha));
  }
  if ((copy.getAttribute("stroke") ?? "none") === "none") return;
  for (const name of STROKE) {
    const value = said(name, live, style).replaceAll("px", "");
    if (value !== "" && value !== "none" && isInside(value)) copy.setAttribute(name, value);
  }
}

function letter(copy: Element, live: Element, style: CSSStyleDeclaration): void {
  copy.setAttribute("font-family", FACE);
  copy.setAttribute("font-size", style.fontSize.replace("px", "") || "12");
  if (style.fontWeight !== "") copy.setAttribute("font-weight", style.fontWeight);
  const anchor = said("text-anchor", live, style);
  if (anchor !== "") copy.setAttribute("text-anchor", anchor);
}

/** What is in force: the style, or the attribute where an engine leaves it out of the style. */
function said(name: string, live: Element, style: CSSStyleDeclaration): string {
  const value = style.getPropertyValue(name) || (live.getAttribute(name) ?? "");
  return value.toLowerCase() === "currentcolor" ? style.color : value;
}

/** A colour as `#rrggbb` with how much it covers; null for what is no literal colour. */
export function literalColour(value: string): { colour: string; alpha: number } | null {
  const text = value.trim().toLowerCase();
  if (text === "transparent") return { colour: "none", alpha: 1 };
  if (/^(none|#[\da-f]{6}|#[\da-f]{3}|[a-z]+)$/.test(text)) return { colour: text, alpha: 1 };
  const parts = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(text);
  const numbers = (parts?.[2] ?? "").split(/[\s,/]+/).map(Number);
  if (parts === null || numbers.length < 3 || numbers.some((it) => Number.isNaN(it))) return null;
  const scale = parts[1] === "color" ? 255 : 1;
  const hex = numbers
    .slice(0, 3)
    .map((it) => Math.min(255, Math.max(0, Math.round(it * scale))).toString(16).padStart(2, "0"));
  const alpha = numbers[3] ?? 1;
  return alpha === 0 ? { colour: "none", alpha: 1 } : { colour: `#${hex.join("")}`, alpha };
}

/** Without the characters that no XML may hold. */
export function sayable(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");
}
