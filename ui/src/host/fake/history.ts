/** The history of the host in memory, what differs between two chains, and what a search finds. */
import type {
  Chain,
  Detail,
  BookDifference,
  EntryState,
  FieldChange,
  Found,
  Hit,
  LogEntry,
} from "../../api/types";
import { HostError } from "../host";

interface Entry {
  seq: number;
  at: string;
  sentence: string;
}

/** Every entry, newest first. */
export function entriesOf(
  done: readonly Entry[],
  undone: readonly Entry[],
  abandoned: readonly Entry[],
): LogEntry[] {
  const as = (entries: readonly Entry[], state: EntryState): LogEntry[] =>
    entries.map(({ seq, at, sentence }) => ({
      seq,
      at,
      sentence,
      author: "Mira",
      undone: state !== "done",
      state,
    }));
  const all = [...as(done, "done"), ...as(undone, "undone"), ...as(abandoned, "abandoned")];
  return all.toSorted((a, b) => b.seq - a.seq);
}

export function noChange(seq: number): HostError {
  return new HostError("not_found", `The history holds no change ${seq}.`, "Choose another one.");
}

interface Told {
  kind: string;
  id: string;
  within: string;
  fields: Map<string, string>;
}

/** The records of a chain that have a text of their own, with their texts. */
function recordsOf(chain: Chain): Told[] {
  const told: Told[] = [];
  const put = (kind: string, id: string, within: string, record: object) => {
    const fields = Object.entries(record).filter(
      (it): it is [string, string] => typeof it[1] === "string" && it[0] !== "id" && it[1] !== "",
    );
    told.push({ kind, id, within, fields: new Map(fields) });
  };
  put("offering", "", "", chain.offering);
  for (const it of chain.decisions) put("decision", it.id, "", it);
  for (const it of chain.segments) {
    put("segment", it.id, "", it);
    for (const job of it.value.jobs) put("job", job.id, it.name, job);
    for (const pain of it.value.pains) put("pain", pain.id, it.name, pain);
    for (const payoff of it.value.payoffs) put("payoff", payoff.id, it.name, payoff);
    for (const proof of it.value.proofs) put("proof", proof.id, it.name, proof);
    put("positioning", it.id, it.name, it.positioning);
  }
  for (const it of chain.metrics) put("metric", it.id, "", it);
  return told;
}

const same = (a: Told) => (b: Told) => a.kind === b.kind && a.id === b.id;

export function differenceOf(old: Chain, next: Chain): BookDifference {
  const before = recordsOf(old);
  const after = recordsOf(next);
  const details: Detail[] = [
    ...after.map((it) => detailOf(before.find(same(it)), it)),
    ...before.filter((it) => !after.some(same(it))).map((it) => detailOf(it, undefined)),
  ].filter((it) => it.fields.length > 0);
  const kinds = [...new Set(details.map((it) => it.change.kind))];
  const counted = (kind: string, action: string) =>
    details.filter((it) => it.change.kind === kind && it.change.action === action).length;
  return {
    counts: kinds.map((kind) => ({
      kind: `${kind}s`,
      created: counted(kind, "created"),
      changed: counted(kind, "changed"),
      unchanged: 0,
      removed: counted(kind, "removed"),
    })),
    records: details,
    more: 0,
    tables: [],
    order_only: false,
    moved: "",
  };
}

function detailOf(before: Told | undefined, after: Told | undefined): Detail {
  const it = after ?? before;
  const names = [...new Set([...(after?.fields.keys() ?? []), ...(before?.fields.keys() ?? [])])];
  const fields: FieldChange[] = names
    .map((field) => ({
      field: field.replaceAll("_", " "),
      before: before?.fields.get(field) ?? "",
      after: after?.fields.get(field) ?? "",
    }))
    .filter((change) => change.before !== change.after);
  const title = it?.fields.get("name") ?? it?.fields.get("text") ?? it?.fields.get("question") ?? "";
  const action =
    before === undefined ? "created" : after === undefined ? "removed" : ("changed" as const);
  const kind = it?.kind ?? "";
  return {
    change: { kind, id: it?.id ?? "", title, within: it?.within ?? "", action, fields: names },
    sentence: `${action} the ${kind} “${title}”`,
    fields,
  };
}

/** Every payoff, pain, job and segment whose text holds the words. */
export function foundIn(chain: Chain, query: string, limit: number): Found {
  const words = query.trim().toLowerCase();
  if (words === "") return { hits: [], total: 0 };
  const hits: Hit[] = chain.segments.flatMap((segment) => {
    const inside = (kind: Hit["kind"], record: string, field: string, text: string): Hit[] => {
      const at = text.toLowerCase().indexOf(words);
      if (at < 0) return [];
      const start = Array.from(text.slice(0, at)).length;
      return [
        {
          kind,
          record,
          field,
          place: kind === "segment" ? "segment" : "value",
          segment: segment.id,
          within: kind === "segment" ? "" : segment.name,
          snippet: text,
          found: [{ start, end: start + Array.from(words).length }],
        },
      ];
    };
    return [
      ...inside("segment", segment.id, "name", segment.name),
      ...segment.value.jobs.flatMap((it) => inside("job", it.id, "text", it.text)),
      ...segment.value.pains.flatMap((it) => inside("pain", it.id, "text", it.text)),
      ...segment.value.payoffs.flatMap((it) => inside("payoff", it.id, "text", it.text)),
    ];
  });
  return { hits: hits.slice(0, limit), total: hits.length };
}
