import type { LinkView, Need } from "../api/types";
import { phrases } from "./catalogue";
import { shortDate } from "./figures";

/** What a link says under its node. */
const t = phrases("links", {
  missing: "missing",
  needs: (p: { what: string }) => `needs ${p.what}`,
  unconfirmed: "not confirmed",
  sound: "sound",
  soundOn: (p: { date: string }) => `sound, ${p.date}`,
  stale: "stale",
  staleSince: (p: { date: string }) => `stale since ${p.date}`,
  blockersLeft: (p: { n: number }) => (p.n === 1 ? "1 blocker left" : `${p.n} blockers left`),
  warningsLeft: (p: { n: number }) => (p.n === 1 ? "1 warning left" : `${p.n} warnings left`),
});

/** What a link still asks for, after "needs". */
export const needs: Readonly<Record<Need, string>> = {
  decision: "a decision",
  question: "its question",
  owner: "an owner",
  due: "a date",
  definition: "who belongs",
  decides_by: "how they decide",
  reach: "how to reach them",
  job: "a job",
  pain: "a pain",
  payoff: "a payoff",
  not_for: "whom it is not for",
  for_whom: "for whom",
  problem: "the problem",
  benefit: "the benefit",
  why_believe: "why believe it",
  alternative: "what it replaces",
  non_vendor: "an alternative that is no vendor",
  differentiator: "how it differs",
  touchpoint: "words they meet",
  downstream_metric: "a downstream metric",
  target: "a target",
  findings: "an answer to its findings",
  confirmation: "confirming",
};

/** The same, short enough to stand under a node. */
const inShort: Readonly<Record<Need, string>> = {
  ...needs,
  question: "a question",
  definition: "members",
  decides_by: "habits",
  reach: "a channel",
  not_for: "limits",
  problem: "a problem",
  benefit: "a benefit",
  why_believe: "a reason",
  alternative: "a rival",
  non_vendor: "a non-vendor",
  differentiator: "an edge",
  touchpoint: "words",
  downstream_metric: "a metric",
};

/** The word of a link under its node: its date when sound, else the first thing it asks for. */
export function linkWord(view: LinkView): string {
  return said(view, inShort);
}

/** The same with all its words, for a tooltip. */
export function linkSentence(view: LinkView): string {
  return said(view, needs);
}

function said(view: LinkView, names: Readonly<Record<Need, string>>): string {
  const [need] = view.needs;
  const on = view.confirmed_on === "" ? null : shortDate(view.confirmed_on);
  const since = view.since === "" ? null : shortDate(view.since);
  switch (view.state) {
    case "sound":
      return on === null ? t("sound") : t("soundOn", { date: on });
    case "stale":
      return since === null ? t("stale") : t("staleSince", { date: since });
    case "draft":
      return need === undefined || need === "confirmation"
        ? t("unconfirmed")
        : need === "findings"
          ? findingsLeft(view)
          : t("needs", { what: names[need] });
    case "missing":
      return need === undefined ? t("missing") : t("needs", { what: names[need] });
  }
}

function findingsLeft({ blockers, warnings }: LinkView): string {
  return blockers > 0 ? t("blockersLeft", { n: blockers }) : t("warningsLeft", { n: warnings });
}
