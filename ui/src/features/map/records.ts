/** Records named as people know them, and where they are written. */
import type { Book, Broken, ChangedRecord, Segment } from "../../api/types";
import { t as tApp } from "../../words/app";
import { t } from "../../words/blast";
import { links as linkNames, touchpointKinds } from "../../words/vocabulary";
import { fieldOf } from "../standing/ways";

/** A segment as people know it. */
export function nameOf(book: Book, segment: string): string {
  return book.chain.segments.find((it) => it.id === segment)?.name || tApp("unnamedSegment");
}

/** The words of a broken record that still say the old thing; empty where none do. */
export function exactWords({ text, start, end }: Broken): string {
  return Array.from(text).slice(start, end).join("");
}

/** The list and the id of a record's name, `payoffs/hours`. */
function parts(record: string): [list: string, id: string] {
  const at = record.indexOf("/");
  return [record.slice(0, at), record.slice(at + 1)];
}

/** What changed: "Payoff 1", "The decision", "The rule". */
export function changeName(book: Book, change: ChangedRecord): string {
  const [list, id] = parts(change.record);
  const segment = book.chain.segments.find((it) => it.id === change.segment);
  const numbered = (name: "job" | "pain" | "payoff" | "proof" | "alternative", ids: string[]) => {
    const at = ids.indexOf(id);
    return t(name, { n: at < 0 ? "" : String(at + 1) });
  };
  switch (list) {
    case "jobs":
      return numbered("job", idsOf(segment?.value.jobs));
    case "pains":
      return numbered("pain", idsOf(segment?.value.pains));
    case "payoffs":
      return numbered("payoff", idsOf(segment?.value.payoffs));
    case "proofs":
      return numbered("proof", idsOf(segment?.value.proofs));
    case "alternatives":
      return numbered("alternative", idsOf(segment?.positioning.alternatives));
    case "decisions":
      return t("decision");
    case "datasets":
      return t("dataset", { name: id });
    case "metrics":
      return book.chain.metrics.find((it) => it.id === id)?.name || id;
    default:
      return t(partOf(change), { name: nameOf(book, id) });
  }
}

function idsOf(records: readonly { id: string }[] | undefined): string[] {
  return (records ?? []).map((it) => it.id);
}

/** Which part of a segment's own fields changed. */
function partOf(change: ChangedRecord): "statementOf" | "decidesOf" | "limitsOf" | "definitionOf" {
  const field = change.said[0]?.field ?? "";
  if (field.startsWith("positioning.")) return "statementOf";
  if (field.startsWith("decides_by.")) return "decidesOf";
  return field === "not_for" || field === "for" ? "limitsOf" : "definitionOf";
}

/** What no longer holds: "Statement v3", "Landing page"; with its segment where that is another. */
export function brokenName(book: Book, change: ChangedRecord, broken: Broken): string {
  const segment = book.chain.segments.find((it) => it.id === broken.segment);
  const name = plainName(broken, segment);
  const isElsewhere = change.segment !== broken.segment;
  return isElsewhere ? t("of", { what: name, name: nameOf(book, broken.segment) }) : name;
}

function plainName(broken: Broken, segment: Segment | undefined): string {
  const [list, id] = parts(broken.record);
  if (list === "touchpoints") {
    const kind = segment?.touchpoints.find((it) => it.id === id)?.kind ?? null;
    return kind === null ? t("piece") : capital(touchpointKinds[kind]);
  }
  if (broken.link === "positioning") {
    return t("statement", { n: (segment?.positioning.versions.length ?? 0) + 1 });
  }
  const numbers: Partial<Record<string, ["job" | "pain" | "payoff" | "proof", string[]]>> = {
    jobs: ["job", idsOf(segment?.value.jobs)],
    pains: ["pain", idsOf(segment?.value.pains)],
    payoffs: ["payoff", idsOf(segment?.value.payoffs)],
    proofs: ["proof", idsOf(segment?.value.proofs)],
  };
  const found = numbers[list];
  return found === undefined ? linkNames[broken.link] : t(found[0], { n: String(found[1].indexOf(id) + 1) });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where a broken record is written: its place, its segment, and the record and field in it. */
export function whereTo(
  broken: Broken,
): [place: string, segment: string, record: string, field: string | null] {
  const [, id] = parts(broken.record);
  return [broken.link, broken.segment, id, broken.field === "" ? null : fieldOf(broken.field)];
}
