/** What the fake host's coach finds: a handful of vague words, enough to see and test findings. */
import type { Chain, Finding, FindingLevel, TextFinding } from "../../api/types";
import { statementOf } from "./view";

const vague: readonly { word: string; level: FindingLevel; say: string }[] = [
  { word: "faster", level: "warning", say: "Faster than what, by how much, by when?" },
  { word: "easier", level: "warning", say: "Easier for whom, and how would it show?" },
  { word: "peace of mind", level: "hint", say: "Say what no longer happens." },
  { word: "the future of", level: "blocker", say: "This reads as a slogan: who, what, against what?" },
];

function lint(rule: string, text: string): Finding[] {
  return vague.flatMap(({ word, level, say }) => {
    const at = text.toLowerCase().indexOf(word);
    if (at < 0) return [];
    const start = Array.from(text.slice(0, at)).length;
    return [{ rule, level, start, end: start + Array.from(word).length, message: say }];
  });
}

export function findingsOf(chain: Chain): TextFinding[] {
  return chain.segments.flatMap((segment) => {
    const on = (record: string, field: string, kind: string, text: string) =>
      lint(`vague-${kind}`, text).map((finding) => ({
        segment: segment.id,
        record,
        field,
        kind,
        finding,
      }));
    const { jobs, pains, payoffs } = segment.value;
    const statement = statementOf(chain.offering, segment.positioning)
      .runs.map((run) => (run.missing ? `[${run.text}]` : run.text))
      .join("");
    return [
      ...jobs.flatMap((it) => on(it.id, "text", "job", it.text)),
      ...pains.flatMap((it) => on(it.id, "text", "pain", it.text)),
      ...payoffs.flatMap((it) => on(it.id, "text", "payoff", it.text)),
      ...on(segment.id, "statement", "statement", statement),
    ];
  });
}
