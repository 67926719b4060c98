/** What the fake host's coach finds: a handful of vague words, enough to see and test findings. */
import type { Chain, Finding, FindingLevel, Link, SetAside } from "../../api/types";

const vague: readonly { word: string; level: FindingLevel; say: string }[] = [
  { word: "faster", level: "warning", say: "Faster than what, by how much, by when?" },
  { word: "easier", level: "warning", say: "Easier for whom, and how would it show?" },
  { word: "peace of mind", level: "hint", say: "Say what no longer happens." },
  { word: "the future of", level: "blocker", say: "This reads as a slogan: who, what, against what?" },
];

interface Spot {
  segment: string;
  link: Link;
  record: string;
  field: string;
}

function lint(spot: Spot, rule: string, text: string): Finding[] {
  return vague.flatMap(({ word, level, say }) => {
    const at = text.toLowerCase().indexOf(word);
    if (at < 0) return [];
    const start = Array.from(text.slice(0, at)).length;
    const end = start + Array.from(word).length;
    const quote = text.slice(at, at + word.length);
    return [{ ...spot, rule, level, start, end, quote, message: say, fix: null }];
  });
}

const parts = ["for_whom", "problem", "benefit", "why_believe", "why_now"] as const;

function found(chain: Chain): Finding[] {
  return chain.segments.flatMap((segment) => {
    const on = (link: Link, record: string, field: string, kind: string, text: string) =>
      lint({ segment: segment.id, link, record, field }, `vague-${kind}`, text);
    const { jobs, pains, payoffs } = segment.value;
    const { positioning, id } = segment;
    return [
      ...jobs.flatMap((it) => on("value", it.id, "text", "job", it.text)),
      ...pains.flatMap((it) => on("value", it.id, "text", "pain", it.text)),
      ...payoffs.flatMap((it) => on("value", it.id, "text", "payoff", it.text)),
      ...parts.flatMap((it) => on("positioning", id, it, "statement", positioning[it])),
    ];
  });
}

const isOn = (it: Finding) => (other: { rule: string; record: string; field: string }) =>
  other.rule === it.rule && other.record === it.record && other.field === it.field;

export function findingsOf(chain: Chain): { findings: Finding[]; set_aside: SetAside[] } {
  const all = found(chain);
  return {
    findings: all.filter((it) => !chain.suppressions.some(isOn(it))),
    set_aside: chain.suppressions.map((it) => {
      const still = all.find((finding) => isOn(finding)(it));
      return {
        ...it,
        segment: still?.segment ?? "",
        link: still?.link ?? null,
        silence: still === undefined ? "nothing_found" : "holds",
      };
    }),
  };
}
