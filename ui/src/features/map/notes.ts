/** What is known of a segment itself, as its row says it: its part and standing, and its size. */
import type { Book } from "../../api/types";
import { t as tApp } from "../../words/app";
import { count, percent, plural } from "../../words/figures";
import { t } from "../../words/map";
import { roles, standings } from "../../words/vocabulary";
import type { MapRow } from "./rows";

export function notesOf(book: Book, { record, view, kind }: MapRow): string[] {
  const role = kind === "filter" ? tApp("reportFilter") : roles[record.role];
  const hasStanding = kind === "primary" || kind === "queued" || record.standing !== "hypothesis";
  const standing = standings[record.standing].toLowerCase();
  const part = hasStanding ? t("roleAndStanding", { role, standing }) : role;
  if (view.n === null || view.share === null) {
    const isDescribed = record.described !== "" && view.problem === null;
    return [part, t(view.problem !== null ? "notCounted" : isDescribed ? "described" : "notMeasured")];
  }
  const unit = book.chain.datasets.find((it) => it.id === record.dataset)?.unit || t("row");
  return [
    part,
    t("size", { n: count(view.n), unit: plural(unit, view.n), share: shareWords(view.n, view.share) }),
  ];
}

/** A share that rounds to nothing is still somebody. */
function shareWords(n: number, share: number): string {
  return n > 0 && share < 0.0005 ? t("underATenth") : percent(share);
}
