/**
 * Figures in words, the same everywhere: a comma between thousands, a space before %, a true
 * minus, an en dash in ranges. Rates come in as fractions.
 */

const MINUS = "−";
/** Keeps a figure and its unit on one line. */
const THIN = " ";

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
  return grouped(fraction * 100, digits) + THIN + "%";
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

/** A unit's plural, by the plainest rule: customer → customers, company → companies. */
export function plural(unit: string, n = 2): string {
  if (n === 1 || unit === "") return unit;
  if (/[^aeiou]y$/i.test(unit)) return `${unit.slice(0, -1)}ies`;
  if (/(s|x|ch|sh)$/i.test(unit)) return `${unit}es`;
  return `${unit}s`;
}
