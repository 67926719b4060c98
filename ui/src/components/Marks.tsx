/** Small marks beside words: tags for kinds, data grades, segment squares, scores, verdicts. */
import type { Verdict as VerdictName } from "../api/types";
import { t } from "../words/components";
import { verdicts } from "../words/vocabulary";
import { cx } from "./classes";
import styles from "./Marks.module.css";

/** A kind. States are never tags. */
export function Tag(props: { children: string }) {
  return <span className={styles.tag}>{props.children}</span>;
}

export type GradeLetter = "A" | "B" | "C" | "D" | "E" | "F";

/** How good the data is, right after the name or n that it qualifies. */
export function Grade(props: { grade: GradeLetter }) {
  return (
    <span
      role="img"
      aria-label={t("grade", { grade: props.grade })}
      className={cx(styles.grade, props.grade >= "D" && styles.low)}
    >
      {props.grade}
    </span>
  );
}

/** Which of the five identity colours a segment has, by its place in the workbook. */
export function Swatch(props: { index: number }) {
  return <i aria-hidden="true" className={cx(styles.swatch, styles[`seg${(props.index % 5) + 1}`])} />;
}

const glyphs: Readonly<Record<VerdictName, string>> = {
  better: "up",
  worse: "down",
  too_small_to_matter: "same",
  no_difference_that_matters: "same",
  cannot_tell: "open",
};

/** A verdict: its glyph and its word; colour only repeats them. */
export function Verdict(props: { verdict: VerdictName }) {
  const glyph = glyphs[props.verdict];
  return (
    <span className={cx(styles.verdict, styles[props.verdict])}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {glyph === "up" ? <path d="M6 2l4.6 8H1.4z" fill="currentColor" /> : null}
        {glyph === "down" ? <path d="M6 10L1.4 2h9.2z" fill="currentColor" /> : null}
        {glyph === "same" ? (
          <path d="M2 4h8M2 8h8" stroke="currentColor" strokeWidth="1.8" />
        ) : null}
        {glyph === "open" ? (
          <circle
            cx="6"
            cy="6"
            r="4.2"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeDasharray="2 1.8"
          />
        ) : null}
      </svg>
      {verdicts[props.verdict]}
    </span>
  );
}
