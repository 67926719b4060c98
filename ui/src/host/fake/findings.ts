/** What the fake host's coach finds: a handful of vague words, enough to see and test findings. */
import type { Chain, Finding, FindingLevel, Json, Link, RuleCard, SetAside } from "../../api/types";

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
  /** Where the field lives in a chain document: what surrounds a text there. */
  write: (text: string) => { patch: Json; into: string };
}

function lint({ write, ...spot }: Spot, rule: string, text: string): Finding[] {
  return vague.flatMap(({ word, level, say }) => {
    const at = text.toLowerCase().indexOf(word);
    if (at < 0) return [];
    const start = Array.from(text.slice(0, at)).length;
    const end = start + Array.from(word).length;
    const quote = text.slice(at, at + word.length);
    const fix = {
      kind: "prompt" as const,
      label: "Write it",
      question: "Could somebody check whether it came true?",
      given: quote,
      number: false,
      before: text.slice(0, at),
      after: text.slice(at + word.length),
      ...write(""),
    };
    return [{ ...spot, rule, level, start, end, quote, message: say, fix }];
  });
}

const parts = ["for_whom", "problem", "benefit", "why_believe", "why_now"] as const;

function found(chain: Chain): Finding[] {
  return chain.segments.flatMap((segment) => {
    const { jobs, pains, payoffs } = segment.value;
    const { positioning, id } = segment;
    const inValue = (kind: string) => (it: { id: string; text: string }) =>
      lint(
        {
          segment: id,
          link: "value",
          record: it.id,
          field: "text",
          write: (text) => ({
            patch: { segments: [{ id, value: { [`${kind}s`]: [{ id: it.id, text }] } }] },
            into: `/segments/0/value/${kind}s/0/text`,
          }),
        },
        `vague-${kind}`,
        it.text,
      );
    const inStatement = (field: (typeof parts)[number]) =>
      lint(
        {
          segment: id,
          link: "positioning",
          record: id,
          field,
          write: (text) => ({
            patch: { segments: [{ id, positioning: { [field]: text } }] },
            into: `/segments/0/positioning/${field}`,
          }),
        },
        "vague-payoff",
        positioning[field],
      );
    return [
      ...jobs.flatMap(inValue("job")),
      ...pains.flatMap(inValue("pain")),
      ...payoffs.flatMap(inValue("payoff")),
      ...parts.flatMap(inStatement),
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
        rule: it.rule,
        record: it.record,
        field: it.field,
        words: it.text,
        reason: it.reason,
        on: it.on,
        segment: still?.segment ?? "",
        link: still?.link ?? null,
        silence: still === undefined ? "nothing_found" : "holds",
      };
    }),
  };
}

/** The words that a finding is set aside on; null when nothing is found there. */
export function wordsOf(chain: Chain, place: Pick<Finding, "rule" | "record" | "field">) {
  const finding = found(chain).find((it) => isOn(it)(place));
  if (finding?.fix?.kind !== "prompt") return null;
  return finding.fix.before + finding.quote + finding.fix.after;
}

const named = (id: string, name: string, reads: string, strong: string): RuleCard => ({
  id,
  name,
  group: "value",
  level: "warning",
  question: "Could somebody check whether it came true?",
  why: "What anybody can say, nobody believes.",
  weak: "Onboard faster",
  strong,
  looks_at: [reads],
  fix: "prompt",
  rows: ["S0-5"],
});

export const fakeRules: readonly RuleCard[] = [
  named("vague-job", "Anybody could want this", "job", "Close the month in five working days"),
  named("vague-pain", "Too vague to feel", "pain", "Payroll tells them two weeks later"),
  named("vague-payoff", "Nobody could check it", "payoff", "Onboard in 3 days instead of 9"),
];
