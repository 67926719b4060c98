import { afterEach, beforeEach, expect, test } from "vitest";

import { literalColour } from "./literal";
import { pictureOf, type Sheet } from "./sheet";

/** What the page's style sheets say, in the words an engine gives them back in. */
const STYLE = `
  .band { fill: rgb(235, 231, 221); }
  .zero { stroke: rgba(139, 133, 121, 0.5); stroke-width: 1px; }
  .mark { color: rgb(11, 117, 99); fill: currentcolor; }
  .gone { display: none; }
  .lost { fill: url(https://example.org/a.svg#b); stroke: var(--nowhere); }
  text { fill: rgb(105, 100, 90); font-size: 12px; }
`;

beforeEach(() => {
  const style = document.createElement("style");
  style.textContent = STYLE;
  document.head.append(style);
  document.body.innerHTML = `
    <div><svg width="228" height="54" role="img" aria-label="Churn: Better, difference −4 points" class="plot">
      <rect x="10" y="0" width="40" height="40" class="band"></rect>
      <path d="M20 0V40" class="zero"></path>
      <path d="M5 20H60" stroke="currentColor" stroke-width="2" stroke-dasharray="3px, 2px" fill="none" class="mark"></path>
      <circle cx="30" cy="20" r="4.5" class="mark" onclick="alert(1)" style="--x: var(--y)"></circle>
      <circle cx="1" cy="1" r="1" class="gone"></circle>
      <rect width="3" height="3" class="lost"></rect>
      <image href="https://example.org/a.png"></image>
      <foreignObject><p>words</p></foreignObject>
      <script>alert(1)</script>
      <use href="#elsewhere"></use>
      <text x="20" y="52" text-anchor="middle">+1 &amp; −1</text>
    </svg></div>`;
});

afterEach(() => {
  document.head.querySelector("style")?.remove();
  document.body.innerHTML = "";
});

const HOSTILE = 'Ann & "Bo" <b> ]]> \u0000\u0008\ufffe \ud800 👩‍🚀 שלום 合同';

function sheet(name = "Churn"): Sheet {
  const drawing = document.querySelector<SVGSVGElement>("svg[role=img]");
  return {
    title: `${name} against everyone else`,
    heads: [name, ""],
    rows: [
      { name, cells: [{ drawing: null, lines: ["12.8 % of 1,184"] }, { drawing, lines: [name] }] },
      { name: "Second", cells: [{ drawing: null, lines: [] }, { drawing: null, lines: ["–"] }] },
    ],
    foot: "2 comparisons",
  };
}

function parsed(svg: string): Element {
  const read = new DOMParser().parseFromString(svg, "application/xml");
  expect(read.querySelector("parsererror")).toBeNull();
  return read.documentElement;
}

test("a picture is well-formed, whatever somebody called a metric", () => {
  const root = parsed(pictureOf(sheet(HOSTILE)).svg);
  expect(root.localName).toBe("svg");
  expect(root.namespaceURI).toBe("http://www.w3.org/2000/svg");
  expect(root.querySelector("title")?.textContent).toContain('Ann & "Bo" <b>');
});

test("it has its size, a title and the words for whoever cannot see it", () => {
  const { svg, width, height } = pictureOf(sheet());
  const root = parsed(svg);
  expect(root.getAttribute("viewBox")).toBe(`0 0 ${width} ${height}`);
  expect(root.getAttribute("width")).toBe(String(width));
  expect(root.getAttribute("height")).toBe(String(height));
  expect(root.querySelector("title")?.textContent).toBe("Churn against everyone else");
  const words = root.querySelector("desc")?.textContent ?? "";
  expect(words).toContain("Churn: Churn, 12.8 % of 1,184; Churn: Better, difference −4 points");
  expect(words).toContain("2 comparisons");
});

test("it needs nothing from anywhere: no class, no variable, no reference, no script", () => {
  const { svg } = pictureOf(sheet(HOSTILE));
  for (const trace of ["class=", "style=", "var(", "url(", "href", "currentcolor", "onclick", "data-"]) {
    expect(svg.toLowerCase()).not.toContain(trace);
  }
  const names = new Set([...parsed(svg).querySelectorAll("*")].map((it) => it.localName));
  expect([...names].toSorted()).toEqual(["circle", "desc", "path", "rect", "svg", "text", "title"]);
  expect(svg.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
});

test("what the style sheet said is written into each mark", () => {
  const root = parsed(pictureOf(sheet()).svg);
  const drawing = root.querySelector("svg");
  const [band] = drawing?.querySelectorAll("rect") ?? [];
  const [zero, whisker] = drawing?.querySelectorAll("path") ?? [];
  const [dot, ...others] = drawing?.querySelectorAll("circle") ?? [];
  expect(band?.getAttribute("fill")).toBe("#ebe7dd");
  expect(zero?.getAttribute("stroke")).toBe("#8b8579");
  expect(zero?.getAttribute("stroke-opacity")).toBe("0.5");
  expect(whisker?.getAttribute("stroke")).toBe("#0b7563");
  expect(whisker?.getAttribute("stroke-dasharray")).toBe("3, 2");
  expect(dot?.getAttribute("fill")).toBe("#0b7563");
  // What is not shown is not in the picture.
  expect(others).toEqual([]);
  const text = drawing?.querySelector("text");
  expect(text?.textContent).toBe("+1 & −1");
  expect(text?.getAttribute("text-anchor")).toBe("middle");
  expect(text?.getAttribute("font-family")).toMatch(/^Inter, .*sans-serif$/);
});

test("taking a picture leaves the page as it was", () => {
  document.documentElement.dataset.theme = "dark";
  const before = document.body.innerHTML;
  pictureOf(sheet());
  expect(document.body.innerHTML).toBe(before);
  expect(document.documentElement.dataset.theme).toBe("dark");
  delete document.documentElement.dataset.theme;
});

test.each([
  ["rgb(1, 2, 255)", { colour: "#0102ff", alpha: 1 }],
  ["rgba(0, 0, 0, 0)", { colour: "none", alpha: 1 }],
  ["rgb(0 0 0 / 0.25)", { colour: "#000000", alpha: 0.25 }],
  ["color(srgb 1 0.5 0)", { colour: "#ff8000", alpha: 1 }],
  ["transparent", { colour: "none", alpha: 1 }],
  ["none", { colour: "none", alpha: 1 }],
  ["#8b8579", { colour: "#8b8579", alpha: 1 }],
  ["var(--ink)", null],
  ["light-dark(#fff, #000)", null],
  ["url(#a)", null],
  ["", null],
])("the colour %s is said as a literal or not at all", (value, literal) => {
  expect(literalColour(value)).toEqual(literal);
});
