import { expect, test } from "vitest";

import { asCsv, asText, type Cell, tableOf } from "./delimited";

/** What a cell may begin with and hold, of all that has ever broken a table. */
const PIECES = [
  "", " ", '"', '""', ",", ";", "\t", "\n", "\r", "\r\n", "=", "+", "-", "@", "'", "=1+1",
  '=HYPERLINK("http://x","y")', "-2", "+3.5", "-", "−4", "＝1", "0012", "1e5", "👩‍🚀", "é", "e\u0301",
  "שלום", "\u202eabc", "قيمة", "合同", "a|b", "\u00a0", "\ufeff",
];

/** A small generator of its own, so that a failure comes back on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function hostileTable(seed: number): { heads: string[]; rows: Cell[][] } {
  const roll = dice(seed);
  const words = () =>
    Array.from({ length: roll(4) }, () => PIECES[roll(PIECES.length)] ?? "").join("");
  const cell = (): Cell => (roll(6) === 0 ? (roll(3) === 0 ? null : roll(1000) / 7 - 60) : words());
  const width = 1 + roll(4);
  return {
    heads: Array.from({ length: width }, words),
    rows: Array.from({ length: roll(5) }, () => Array.from({ length: width }, cell)),
  };
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** Reads a delimited text as RFC 4180 says, and refuses what it does not allow. */
function read(text: string, between: string, end: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        must(at < text.length, "a quote is not closed");
        if (text.startsWith('""', at)) {
          cell += '"';
          at += 2;
        } else if (text[at] === '"') {
          at += 1;
          break;
        } else {
          cell += text[at] ?? "";
          at += 1;
        }
      }
    } else {
      while (at < text.length && text[at] !== between && !text.startsWith(end, at)) {
        must(!/["\r\n]/.test(text[at] ?? ""), "a bare quote or line end");
        cell += text[at] ?? "";
        at += 1;
      }
    }
    row.push(cell);
    if (text[at] === between) {
      at += 1;
      if (at === text.length) row.push("");
    } else {
      must(text.startsWith(end, at) || at === text.length, "a line ends in something else");
      at += end.length;
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

const isNumber = (text: string) => text.trim() !== "" && Number.isFinite(Number(text));
/** What was meant, from what stands in the file. */
const meant = (cell: Cell) => (cell === null ? "" : String(cell));
const bare = (text: string) => (/^'[=+\-@\t\r\n＝＋－＠]/u.test(text) ? text.slice(1) : text);

const SEEDS = Array.from({ length: 400 }, (_, seed) => seed + 1);

test("a CSV says each cell again, whatever stands in it", () => {
  for (const seed of SEEDS) {
    const table = hostileTable(seed);
    const back = read(asCsv(table), ",", "\r\n");
    const expected = [table.heads, ...table.rows].map((row) => row.map((it) => bare(meant(it))));
    expect(back.map((row) => row.map(bare)), `table ${seed}`).toEqual(expected);
  }
});

test("a text for a spreadsheet says each cell again, whatever stands in it", () => {
  for (const seed of SEEDS) {
    const table = hostileTable(seed);
    // A line of nothing is nothing to a reader of tabs; a paste of one column keeps it.
    if (table.heads.length === 1) continue;
    const back = read(asText(table), "\t", "\n");
    const expected = [table.heads, ...table.rows].map((row) => row.map((it) => bare(meant(it))));
    expect(back.map((row) => row.map(bare)), `table ${seed}`).toEqual(expected);
  }
});

test("no cell of either begins a formula", () => {
  for (const seed of SEEDS) {
    const table = hostileTable(seed);
    const cells = [
      ...read(asCsv(table), ",", "\r\n").flat(),
      ...(table.heads.length === 1 ? [] : read(asText(table), "\t", "\n").flat()),
    ];
    for (const cell of cells) {
      const isFormula = /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) && !isNumber(cell);
      expect({ cell, isFormula }).toEqual({ cell, isFormula: false });
    }
  }
});

test("a negative figure stays a figure", () => {
  const table = { heads: ["Difference"], rows: [[-0.123_456_789_012], ["-12"], ["-1e-7"], [null]] };
  expect(asCsv(table)).toBe('Difference\r\n-0.123456789012\r\n-12\r\n-1e-7\r\n""\r\n');
});

test("lines end in CRLF and quotes are doubled", () => {
  const table = { heads: ["Name", "Says"], rows: [["Ann, Bo", 'the "best"\nof all']] };
  expect(asCsv(table)).toBe('Name,Says\r\n"Ann, Bo","the ""best""\nof all"\r\n');
  expect(asText(table)).toBe('Name\tSays\nAnn, Bo\t"the ""best""\nof all"');
});

test("columns make the heads and the cells", () => {
  const columns = [
    { name: "Name", text: (it: { name: string }) => it.name },
    { name: "Letters", text: (it: { name: string }) => it.name.length },
  ];
  expect(tableOf(columns, [{ name: "Ann" }])).toEqual({
    heads: ["Name", "Letters"],
    rows: [["Ann", 3]],
  });
});
