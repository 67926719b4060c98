/** What the coach finds in a text, one line each: how loud, which words, what to ask oneself. */
import type { Finding, FindingLevel } from "../api/types";
import { LevelMark } from "./Blocks";
import styles from "./Findings.module.css";

export interface FindingsProps {
  findings: readonly Finding[];
  /** The text they are in, where its words are quoted because it stands elsewhere. */
  text?: string;
  id?: string;
}

export function Findings({ findings, text, id }: FindingsProps) {
  return (
    <div id={id} className={styles.findings}>
      {loudestFirst(findings).map((it) => (
        <p key={`${it.rule}/${it.start}`}>
          <LevelMark level={it.level} />
          <span>
            {text === undefined ? null : (
              <q>{Array.from(text).slice(it.start, it.end).join("")}</q>
            )}
            {it.message}
          </span>
        </p>
      ))}
    </div>
  );
}

const LOUDNESS: Readonly<Record<FindingLevel, number>> = { blocker: 0, warning: 1, hint: 2 };

function loudestFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => LOUDNESS[a.level] - LOUDNESS[b.level]);
}
