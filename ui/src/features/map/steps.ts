/** A next step in words: what is to be done, why, and where the button leads. */
import type { Book, LinkState, NextStep } from "../../api/types";
import { date } from "../../words/figures";
import { needs } from "../../words/links";
import { cap, linkNouns, missingSteps, t } from "../../words/steps";
import { axes } from "../../words/vocabulary";
import { changeName, exactWords, nameOf } from "./records";

export interface StepWords {
  /** The sentence. */
  title: string;
  /** What more there is to know; may be empty. */
  detail: string;
  /** What the button says. */
  go: string;
  /** Where it leads: a place, and the segment in view there. */
  place: string;
  /** The state of the link it is about. */
  state: LinkState;
}

export function stepWords(book: Book, step: NextStep): StepWords {
  const name = nameOf(book, step.segment);
  const noun = linkNouns[step.link];
  const to = t("goTo", { noun });
  switch (step.kind) {
    case "first_segment":
      return {
        title: t("first"),
        detail: t("firstWhy"),
        go: t("firstGo"),
        place: "segment",
        state: "missing",
      };
    case "stale":
      return {
        ...stale(book, step, name),
        go: t("review", { noun }),
        place: step.link,
        state: "stale",
      };
    case "blocker":
      return {
        title: t("blocker", { noun, name }),
        detail: step.message,
        go: to,
        place: step.link,
        state: "draft",
      };
    case "no_primary":
      return {
        title: t("noPrimary"),
        detail: t("noPrimaryWhy"),
        go: t("goToSegment", { name }),
        place: step.link,
        state: "missing",
      };
    case "missing": {
      const { title, detail, go } = missingSteps[step.link];
      return { title: title(name), detail, go, place: step.link, state: "missing" };
    }
    case "no_data":
      return {
        title: t("noData"),
        detail: t("noDataWhy"),
        go: t("toData"),
        place: "data",
        state: "missing",
      };
    case "not_imported":
      return {
        title: t("notImported", { dataset: step.record, name }),
        detail: t("notImportedWhy"),
        go: t("importIt"),
        place: "data",
        state: "missing",
      };
    case "overdue":
      return { ...overdue(step, name), go: to, place: step.link, state: "draft" };
    case "left":
      return {
        title: t("left", { noun, name, what: step.need === null ? "" : needs[step.need] }),
        detail: t("leftWhy"),
        go: to,
        place: step.link,
        state: "draft",
      };
    case "confirm":
      return {
        title: t("confirm", { noun, name }),
        detail: t("confirmWhy"),
        go: t("review", { noun }),
        place: step.link,
        state: "draft",
      };
    case "twins":
      return {
        title: t("twins", { name, other: nameOf(book, step.record) }),
        detail: t("twinsWhy", { apart: apartWords(book, step.segment, step.record) }),
        go: t("goToSegment", { name }),
        place: step.link,
        state: "draft",
      };
    case "retire":
      return {
        title: t("retire", { name }),
        detail: t("retireWhy"),
        go: t("goToSegment", { name }),
        place: step.link,
        state: "draft",
      };
  }
}

/** What is stale, with the words that still say the old thing and what is said now, where known. */
function stale(book: Book, step: NextStep, name: string): Pick<StepWords, "title" | "detail"> {
  const noun = cap(linkNouns[step.link]);
  const words = step.broken === null ? "" : exactWords(step.broken);
  const change = book.changes.find((it) => it.record === step.record);
  const now = step.changed?.now ?? "";
  const more = t("staleMore", { n: step.more });
  const isSaid = change !== undefined && now !== "";
  return {
    title: words === "" ? t("stale", { noun, name }) : t("staleSays", { noun, name, words }),
    detail: isSaid ? t("nowSays", { what: changeName(book, change), now }) + more : t("each") + more,
  };
}

function overdue({ due }: NextStep, name: string): Pick<StepWords, "title" | "detail"> {
  if (due === null) return { title: "", detail: "" };
  const ago = t("ago", { days: -due.days });
  switch (due.kind) {
    case "decision":
      return {
        title: t("decisionPast", { question: due.text, ago }),
        detail: due.owner === "" ? t("decisionPastWhy") : t("decisionPastOwner", { owner: due.owner }),
      };
    case "target":
      return {
        title: t("targetPast", { metric: due.text, name, date: date(due.on) }),
        detail: t("targetPastWhy"),
      };
    case "review":
      return { title: t("reviewPast", { name, ago }), detail: t("reviewPastWhy") };
  }
}

/** The scores on which two twins differ, in words. */
export function apartWords(book: Book, segment: string, other: string): string {
  const twins = book.segments.find((it) => it.id === segment)?.twins ?? [];
  return (twins.find((it) => it.segment === other)?.apart ?? [])
    .map(({ axis, mine, theirs }) => t("apart", { axis: axes[axis].toLowerCase(), mine, theirs }))
    .join(", ");
}
