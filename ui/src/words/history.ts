import { phrases } from "./catalogue";
import { count, date, today } from "./figures";

/** What was done, and going back to it. */
export const t = phrases("history", {
  name: "History",
  open: "History: what was done, and going back",
  openAlso: "log changes restore earlier version snapshot time",
  nameNow: "Name this point of the history…",
  nameNowAlso: "snapshot bookmark keep",
  nothing: "Nothing was done yet",
  head: (p: { n: number; when: string }) =>
    p.n === 1 ? `1 change, ${p.when}` : `${count(p.n)} changes, the last one ${p.when}`,
  emptyTitle: "Every change will stand here",
  empty: "Write a segment, a job or a decision; each is a sentence here, and you can go back to any of them.",
  reading: "Reading the history",
  list: "Changes, newest first",
  named: "Named points",
  snapshot: "named point",
  undone: "undone",
  abandoned: "undone, then something else was done",
  now: "the workbook stands here",
  beginning: "The workbook was empty",
  byWhom: (p: { who: string; when: string }) => (p.who === "" ? p.when : `${p.who}, ${p.when}`),
  standsAfter: (p: { what: string }) => `Stands after: ${p.what}`,
  standsFirst: "Stands before the first change",
  did: "What it changed",
  would: "Restoring would change this",
  wouldNothing: "The workbook says that already",
  orderOnly: "Only the order of records differs.",
  restoreTo: "Restore to here…",
  restore: "Restore",
  notNow: "Not now",
  restoreNote: "Restoring is one new change. What was done since stays in the history.",
  namedFirst: "Much would go, so the workbook as it is now gets a name first.",
  removeName: "Remove the name",
  nameLabel: "Name of this point",
  nameQuestion: "Before the board meeting",
  nameIt: "Name it",
  cancel: "Cancel",
  again: "Try again",
  more: (p: { n: number }) => (p.n === 1 ? "and 1 more record" : `and ${count(p.n)} more records`),
  nothingThere: "nothing",
  removed: "removed",
  added: "new",
  inside: (p: { of: string }) => `in ${p.of}`,
  rows: (p: { n: number }) => (p.n === 1 ? "1 row" : `${count(p.n)} rows`),
  noRows: "no rows",
  ofFile: (p: { rows: string; file: string }) => (p.file === "" ? p.rows : `${p.rows} of ${p.file}`),
  today: "Today",
  yesterday: "Yesterday",
  day: (p: { weekday: string; date: string }) => `${p.weekday}, ${p.date}`,
  at: (p: { day: string; time: string }) => `${p.day}, ${p.time}`,
  agoToday: (p: { time: string }) => `today at ${p.time}`,
  agoYesterday: (p: { time: string }) => `yesterday at ${p.time}`,
  createdOf: (p: { what: string }) => `${p.what} added`,
  changedOf: (p: { what: string }) => `${p.what} changed`,
  removedOf: (p: { what: string }) => `${p.what} removed`,
});

/** The kinds of record that a change can be about: one of them, and many. */
const kinds: Readonly<Record<string, readonly [string, string]>> = {
  offering: ["offering", "offerings"],
  dataset: ["table", "tables"],
  decision: ["decision", "decisions"],
  segment: ["segment", "segments"],
  job: ["job", "jobs"],
  pain: ["pain", "pains"],
  payoff: ["payoff", "payoffs"],
  feature: ["feature", "features"],
  proof: ["proof", "proofs"],
  positioning: ["positioning", "positionings"],
  version: ["version", "versions"],
  alternative: ["alternative", "alternatives"],
  touchpoint: ["touchpoint", "touchpoints"],
  metric: ["metric", "metrics"],
  confirmation: ["confirmation", "confirmations"],
  suppression: ["finding set aside", "findings set aside"],
};

/** A kind of record, with a capital letter, as it stands before the record's name. */
export function kindName(kind: string): string {
  const name = kinds[kind]?.[0] ?? kind;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** So many of a kind: 4 payoffs. The kind may be given in either number. */
export function ofKind(n: number, kind: string): string {
  const known = Object.entries(kinds).find(([one, names]) => one === kind || names[1] === kind);
  const [one, many] = known?.[1] ?? [kind, kind];
  return `${count(n)} ${n === 1 ? one : many}`;
}

const WEEKDAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

/** The day of a moment on this computer, as an ISO date. */
export function dayOf(moment: string): string {
  const then = new Date(moment);
  return Number.isNaN(then.getTime()) ? "" : today(then);
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

/** The time of a moment on this computer: 14:03. */
export function timeOf(moment: string): string {
  const then = new Date(moment);
  if (Number.isNaN(then.getTime())) return "";
  return `${two(then.getHours())}:${two(then.getMinutes())}`;
}

function yesterdayOf(now: Date): string {
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
}

/** A day as a heading: Today · Yesterday · Monday, 23 Nov 2026. */
export function dayName(day: string, now = new Date()): string {
  if (day === today(now)) return t("today");
  if (day === yesterdayOf(now)) return t("yesterday");
  const weekday = WEEKDAYS[new Date(`${day}T12:00:00`).getDay()] ?? "";
  return t("day", { weekday, date: date(day) });
}

/** A moment in a sentence: today at 14:03 · yesterday at 9:10 · 23 Nov 2026, 14:03. */
export function when(moment: string, now = new Date()): string {
  const day = dayOf(moment);
  const time = timeOf(moment);
  if (day === today(now)) return t("agoToday", { time });
  if (day === yesterdayOf(now)) return t("agoYesterday", { time });
  return t("at", { day: date(day), time });
}
