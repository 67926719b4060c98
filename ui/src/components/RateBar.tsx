/** A share as a bar. With `was`, what was lost on the way from there is grey. */
import { t } from "../words/components";
import { percent, plain } from "../words/figures";
import { cx } from "./classes";
import styles from "./RateBar.module.css";

export interface RateBarProps {
  /** A fraction. */
  value: number;
  /** The fraction before this step. */
  was?: number;
  /** Grey instead of blue: a whole that nothing has been taken from. */
  quiet?: boolean;
}

export function RateBar(props: RateBarProps) {
  return (
    <span className={styles.well} aria-hidden="true">
      {props.was === undefined ? null : <i className={styles.was} style={width(props.was)} />}
      <i className={cx(styles.now, props.quiet && styles.quiet)} style={width(props.value)} />
    </span>
  );
}

export interface RateProps {
  /** Whether figures are fractions; else means in a unit of their own. */
  share?: boolean;
  value: number | null;
  low: number | null;
  high: number | null;
  /** How the n reads: "1,184", "1,184 leads". */
  n: string;
  /** This segment is a full accent dot, everyone else a hollow grey one. */
  who: "segment" | "rest";
}

function width(fraction: number) {
  return { width: `${Math.min(1, Math.max(0, fraction)) * 100}%` };
}

/** A rate with its n, always together; its interval is in the title. */
export function Rate(props: RateProps) {
  const say = props.share === false ? plain : percent;
  const title =
    props.low === null || props.high === null
      ? undefined
      : t("rateInterval", { low: say(props.low), high: say(props.high) });
  return (
    <span className={styles.rate} title={title}>
      <i aria-hidden="true" className={styles[props.who]} />
      <b>{props.value === null ? "–" : say(props.value)}</b>
      <span>{t("ofN", { n: props.n })}</span>
    </span>
  );
}
