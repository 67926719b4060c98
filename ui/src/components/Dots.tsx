/**
 * A score from 1 to 5: five dots, filled up to it. A radio group, so arrows change it; Delete or a
 * press on the chosen dot takes the score back.
 */
import { useId } from "react";

import { t } from "../words/components";
import styles from "./Dots.module.css";
import { useReadOnly } from "./ReadOnly";

export interface DotsProps {
  label: string;
  /** Null while nobody has scored it. */
  value: number | null;
  /** Without it the dots only show. Null clears the score. */
  onChange?: (value: number | null) => void;
}

const SCORES = [1, 2, 3, 4, 5] as const;

export function Dots(props: DotsProps) {
  const { value, onChange } = props;
  const name = useId();
  const off = useReadOnly();
  if (onChange === undefined || off) {
    const words = value === null ? t("notScored") : t("ofFive", { score: value });
    return (
      <span role="img" aria-label={`${props.label}: ${words}`} className={styles.dots}>
        {SCORES.map((score) => (
          <i key={score} data-on={score <= (value ?? 0)} className={styles.dot} />
        ))}
      </span>
    );
  }
  return (
    <span role="radiogroup" aria-label={props.label} className={styles.dots}>
      {SCORES.map((score) => (
        <label key={score} className={styles.radio}>
          <input
            type="radio"
            name={name}
            checked={score === value}
            aria-label={t("ofFive", { score })}
            onChange={() => onChange(score)}
            onClick={() => {
              if (score === value) onChange(null);
            }}
            onKeyDown={(event) => {
              if (event.key === "Backspace" || event.key === "Delete") onChange(null);
            }}
          />
          <i data-on={score <= (value ?? 0)} className={styles.dot} />
        </label>
      ))}
    </span>
  );
}
