import type { LinkView } from "../api/types";
import { phrases } from "./catalogue";
import { date, shortDate } from "./figures";
import { needs as needWords } from "./links";

/** How a link stands, what is left before it can be confirmed, and why it no longer holds. */
export const t = phrases("standing", {
  missing: "Missing",
  draft: "Draft",
  sound: "Sound",
  soundSince: (p: { date: string }) => `Sound, confirmed ${p.date}`,
  stale: "Stale",
  staleSince: (p: { date: string }) => `Stale since ${p.date}`,
  /** The name of the button that opens what it rests on. */
  opens: (p: { link: string; state: string }) => `${p.link}: ${p.state}. What it rests on`,
  confirm: "Confirm",
  onlyWording: "Only wording",
  asItStands: "Confirm as it stands",
  leftOne: (p: { what: string }) => `${p.what} left`,
  left: (p: { what: string }) => `left: ${p.what}`,
  leftMany: (p: { n: number }) => `${p.n} things left`,
  blockers: (p: { n: number }) => (p.n === 1 ? "1 blocker" : `${p.n} blockers`),
  warnings: (p: { n: number }) => (p.n === 1 ? "1 warning" : `${p.n} warnings`),
  // why it no longer holds
  why: (p: { n: number }) => (p.n === 1 ? "One thing under it changed" : `${p.n} things under it changed`),
  whyUnknown: "Something under it changed",
  notKept:
    "It was confirmed before Throughline kept what a link rests on. Look at what stands below, then confirm.",
  was: "was",
  now: "now",
  added: "new",
  gone: "gone",
  sinceBy: (p: { date: string; by: string }) => (p.by === "" ? p.date : `${p.date}, ${p.by}`),
  stillSays: "Still says what was",
  restsOnThat: "Rests on what changed",
  // what it rests on
  restsOn: "What it rests on",
  restsAsOf: (p: { date: string }) => `What it rests on, as confirmed ${p.date}`,
  nothing: "The line begins here: a decision rests on nothing before it.",
  nothingYet: "Nothing is written yet that it could rest on.",
  reading: "Reading what it rests on…",
});

/** The state in words: "Stale since 12 Nov". */
export function stateWords(view: LinkView): string {
  switch (view.state) {
    case "missing":
      return t("missing");
    case "draft":
      return t("draft");
    case "sound":
      return view.confirmed_on === "" ? t("sound") : t("soundSince", { date: date(view.confirmed_on) });
    case "stale":
      return view.since === "" ? t("stale") : t("staleSince", { date: shortDate(view.since) });
  }
}

/** What is left before a person's word can be given; null when nothing is. */
export function leftWords(view: LinkView): string | null {
  const found = findingsLeft(view);
  const asked = view.needs
    .filter((need) => need !== "confirmation" && need !== "findings")
    .map((need) => needWords[need]);
  const [only] = found;
  if (found.length + asked.length === 0) return null;
  if (asked.length === 0 && found.length === 1 && only !== undefined) {
    return t("leftOne", { what: only });
  }
  return found.length + asked.length < 3
    ? t("left", { what: [...found, ...asked].join(", ") })
    : t("leftMany", { n: view.blockers + view.warnings + asked.length });
}

/** Open findings in words, the gravest kind first. */
export function findingsLeft(view: Pick<LinkView, "blockers" | "warnings">): string[] {
  return [
    ...(view.blockers > 0 ? [t("blockers", { n: view.blockers })] : []),
    ...(view.warnings > 0 ? [t("warnings", { n: view.warnings })] : []),
  ];
}
