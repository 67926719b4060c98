/** What the coach finds in a text, one line each: how loud, which words, what to ask oneself. */
import type { Finding, FindingLevel } from "../api/types";
import { LevelMark } from "./Blocks";
import styles from "./Findings.module.css";

export interface FindingsProps {
  findings: readonly Finding[];
  id?: string;
}

export function Findings({ findings, id }: FindingsProps) {
  return (
    <div id={id} className={styles.findings}>
      {loudestFirst(findings).map((it) => (
        <p key={`${it.rule}/${it.record}/${it.field}/${it.start}`}>
          <LevelMark level={it.level} />
          <span>{it.message}</span>
        </p>
      ))}
    </div>
  );
}

const LOUDNESS: Readonly<Record<FindingLevel, number>> = { blocker: 0, warning: 1, hint: 2 };

function loudestFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => LOUDNESS[a.level] - LOUDNESS[b.level]);
}
