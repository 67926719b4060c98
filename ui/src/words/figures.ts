/**
 * Figures in words, the same everywhere: a comma between thousands, a space before %, a true
 * minus, an en dash in ranges. Rates come in as fractions.
 */

import { phrases } from "./catalogue";

const MINUS = "−";
/** Keeps a figure and its unit on one line. */
const JOINT = "\u00a0";

function grouped(value: number, digits: number): string {
  const text = Math.abs(value).toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const isZero = Number(text.replaceAll(",", "")) === 0;
  return value < 0 && !isZero ? MINUS + text : text;
}

/** A count of people or rows: 7,043. Weighted counts keep one decimal when they need it. */
export function count(n: number): string {
  return grouped(n, Number.isInteger(n) ? 0 : 1);
}

/** A share: 12.8 %. */
export function percent(fraction: number, digits = 1): string {
  return grouped(fraction * 100, digits) + JOINT + "%";
}

/** Any measured value without a unit, with as many decimals as its size asks for. */
export function plain(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return grouped(value, 0);
  return grouped(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** A difference of shares in points, signed: +18.6. Whole points lose their decimal. */
export function points(fraction: number, digits?: number): string {
  const value = fraction * 100;
  const shown = digits ?? (Math.abs(value - Math.round(value)) < 1e-9 ? 0 : decimalsFor(value));
  return signed(value, shown);
}

/** A signed figure: +5, −0.5, 0. */
export function signed(value: number, digits: number): string {
  const text = grouped(value, digits);
  return value > 0 && Number(text.replaceAll(",", "")) !== 0 ? `+${text}` : text;
}

/** A difference in its metric's own measure: points of a share, or the unit of a mean. */
export function difference(value: number, isShare: boolean): string {
  if (isShare) return points(value);
  return value > 0 ? `+${plain(value)}` : signed(value, 0) === "0" ? "0" : plain(value);
}

function decimalsFor(value: number): number {
  return Math.abs(value) < 0.1 ? 2 : 1;
}

/** A q- or p-value: q < 0.001, q 0.17. */
export function chance(name: "p" | "q", value: number): string {
  if (value < 0.001) return `${name} < 0.001`;
  return `${name} ${value < 0.1 ? value.toFixed(3) : value.toFixed(2)}`;
}

const MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

/** An ISO date or moment as 12 Nov 2026; anything else comes back as it is. */
export function date(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (match === null || month === undefined) return iso;
  return `${Number(match[3])} ${month} ${match[1] ?? ""}`;
}

/** A date without its year, for a narrow place: 12 Nov. */
export function shortDate(iso: string): string {
  return date(iso).replace(/ \d{4}$/, "");
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

/** Today on this computer, as an ISO date. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const t = phrases("figures", {
  today: (p: { time: string }) => `today, ${p.time}`,
  yesterday: (p: { time: string }) => `yesterday, ${p.time}`,
  at: (p: { day: string; time: string }) => `${p.day}, ${p.time}`,
});

/**
 * An ISO moment as somebody thinks of it: today, 09:12 · yesterday, 17:40 · 21 Nov · 3 Feb 2025;
 * `exact` says the time of any day.
 */
export function lately(moment: string, now: Date, exact = false): string {
  const then = new Date(moment);
  if (Number.isNaN(then.getTime())) return "";
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`;
  const day = today(then);
  if (day === today(now)) return t("today", { time });
  const before = new Date(now);
  before.setDate(now.getDate() - 1);
  if (day === today(before)) return t("yesterday", { time });
  const said = then.getFullYear() === now.getFullYear() ? shortDate(day) : date(day);
  return exact ? t("at", { day: said, time }) : said;
}

/** A unit's plural, by the plainest rule: customer → customers, company → companies. */
export function plural(unit: string, n = 2): string {
  if (n === 1 || unit === "") return unit;
  if (/[^aeiou]y$/i.test(unit)) return `${unit.slice(0, -1)}ies`;
  if (/(s|x|ch|sh)$/i.test(unit)) return `${unit}es`;
  return `${unit}s`;
}

/** A date as people write it (2026-11-01, 1 Nov 2026, 1.11.2026) as ISO; null when it is none. */
export function parseDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  const words = /^(\d{1,2})\.? ([A-Za-z]{3})[a-z]*\.? (\d{4})$/.exec(text);
  const month = MONTHS.findIndex((it) => it.toLowerCase() === words?.[2]?.toLowerCase()) + 1;
  const [year, at, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : dotted
      ? [dotted[3], dotted[2], dotted[1]]
      : [words?.[3], month === 0 ? undefined : String(month), words?.[1]];
  if (year === undefined || at === undefined || day === undefined) return null;
  const result = `${year}-${at.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${result}T00:00:00Z`);
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(result);
  return isReal ? result : null;
}

/** A number as people write it: 1,184, 12.5, −3, 5 %; null when it is none. */
export function parseNumber(text: string): number | null {
  const bare = text.trim().replace(MINUS, "-").replace(/\s*%$/, "").replaceAll(/[,\s](?=\d{3}(\D|$))/g, "");
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(bare)) return null;
  return Number(bare);
}
