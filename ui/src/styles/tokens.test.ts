import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");

function pair(token: string): [string, string] {
  const match = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  return [match?.[1] ?? "", match?.[2] ?? ""];
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ["desk", "sheet", "raised", "well", "pressed"];
const words = ["ink", "ink-2", "ink-3", "accent-text", "stale-text", "bad-text", "good-text"];
const marks = ["sound", "draft", "stale", "missing", "edge", "bad", "good", "rest", "accent"];
const cases = (tokens: string[], on: string[]) =>
  tokens.flatMap((token) => on.flatMap((paper) => [0, 1].map((scheme) => ({ token, paper, scheme }))));

test.each(cases(words, papers.slice(0, 4)))(
  "words in $token are readable on $paper (scheme $scheme)",
  ({ token, paper, scheme }) => {
    expect(contrast(pair(token)[scheme] ?? "", pair(paper)[scheme] ?? "")).toBeGreaterThanOrEqual(
      4.5,
    );
  },
);

test.each(cases(marks, ["desk", "sheet", "raised"]))(
  "marks in $token can be seen on $paper (scheme $scheme)",
  ({ token, paper, scheme }) => {
    expect(contrast(pair(token)[scheme] ?? "", pair(paper)[scheme] ?? "")).toBeGreaterThanOrEqual(
      3,
    );
  },
);

test.each([0, 1])("the main button's words are readable (scheme %i)", (scheme) => {
  expect(
    contrast(pair("on-accent")[scheme] ?? "", pair("accent")[scheme] ?? ""),
  ).toBeGreaterThanOrEqual(4.5);
});
