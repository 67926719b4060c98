/** A brief of the fake host: words on two pages, enough to see how pages are shown. */
import type { Brief, Chain, Segment } from "../../api/types";
import { statementOf } from "./view";

const LINE = 52;

export function briefOf(chain: Chain, segment: Segment): Brief {
  const statement = statementOf(chain.offering, segment.positioning)
    .runs.map((run) => run.text)
    .join("");
  const { jobs, pains, payoffs } = segment.value;
  const value = [...jobs, ...pains, ...payoffs].map((it) => it.text);
  const odd = Array.from(statement).filter((letter) => (letter.codePointAt(0) ?? 0) > 0xffff);
  return {
    pages: [page([segment.name, "", ...wrapped(statement)]), page(["Value", "", ...value])],
    markdown: `# ${segment.name}\n\n${statement}\n\n## Value\n\n${value.map((it) => `- ${it}\n`).join("")}`,
    notes: odd.length === 0 ? [] : [`${odd.length} characters have no glyph here and are printed as □.`],
    file_stem: segment.id,
  };
}

function page(lines: readonly string[]): string {
  const said = lines.map(
    (line, index) => `<text x="48" y="${96 + index * 24}" font-size="16">${escaped(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842"><rect width="595" height="842" fill="#ffffff"/><g fill="#1c1a16" font-family="sans-serif">${said.join("")}</g></svg>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function wrapped(text: string): string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > LINE) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
