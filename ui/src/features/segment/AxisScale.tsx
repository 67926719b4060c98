/** A score from low to high on a line: this segment a full dot, the others' mean a hollow one. */
import { useId } from "react";

import { useReadOnly } from "../../components/ReadOnly";
import { plain } from "../../words/figures";
import { t } from "../../words/segment";
import styles from "./AxisScale.module.css";

export interface AxisScaleProps {
  label: string;
  score: number | null;
  /** The mean of the other segments; null when none is scored. */
  others: number | null;
  onChange: (score: number | null) => void;
}

const SCORES = [1, 2, 3, 4, 5] as const;
const STEP = 32;
const FIRST = 8;

function at(score: number): number {
  return FIRST + (score - 1) * STEP;
}

export function AxisScale({ label, score, others, onChange }: AxisScaleProps) {
  const name = useId();
  const hint = useId();
  const off = useReadOnly();
  return (
    <span
      role="radiogroup"
      aria-label={label}
      aria-describedby={others === null ? undefined : hint}
      className={styles.scale}
    >
      <svg width="144" height="24" aria-hidden="true">
        <path d={`M${at(1)} 12H${at(5)}`} className={styles.line} />
        {SCORES.map((it) => (
          <circle key={it} cx={at(it)} cy="12" r="1.5" className={styles.step} />
        ))}
        {others === null || score === null ? null : (
          <path d={`M${at(others)} 12H${at(score)}`} className={styles.gap} />
        )}
        {others === null ? null : <circle cx={at(others)} cy="12" r="4" className={styles.others} />}
        {score === null ? null : <circle cx={at(score)} cy="12" r="5" className={styles.own} />}
      </svg>
      {SCORES.map((it) => (
        <input
          key={it}
          type="radio"
          name={name}
          checked={score === it}
          disabled={off}
          aria-label={t("scoreOf", { score: it })}
          style={{ left: at(it) - STEP / 2 }}
          onChange={() => onChange(it)}
          onClick={() => {
            if (score === it) onChange(null);
          }}
          onKeyDown={(event) => {
            if (event.key === "Backspace" || event.key === "Delete") onChange(null);
          }}
        />
      ))}
      {others === null ? null : (
        <span id={hint} className="hidden-words">
          {t("othersAt", { mean: plain(Math.round(others * 10) / 10) })}
        </span>
      )}
    </span>
  );
}
