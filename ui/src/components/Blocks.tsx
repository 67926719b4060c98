/** The three states of any screen that has nothing to show yet: empty, at work, wrong. */
import { type ReactNode, useEffect, useState } from "react";

import { shown } from "../api/errors";
import type { HostError } from "../host/host";
import { t } from "../words/components";
import { count } from "../words/figures";
import { Button } from "./Button";
import { cx } from "./classes";
import styles from "./Blocks.module.css";
import { StateNode } from "./State";

/** Nothing there yet: what is missing, what to do, and one button. */
export function Empty(props: { title: string; children: string; action?: ReactNode }) {
  return (
    <div className={styles.block}>
      <StateNode state="missing" size={20} />
      <p>
        <b>{props.title}</b>
        {props.children}
      </p>
      {props.action}
    </div>
  );
}

/** A mark for how loud a problem is: an octagon blocks, a triangle warns. */
export function LevelMark(props: { level: "blocker" | "warning" | "hint" }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={styles[props.level]}>
      {props.level === "blocker" ? (
        <path d="M3.6 1h4.8L11 3.6v4.8L8.4 11H3.6L1 8.4V3.6z" fill="currentColor" />
      ) : null}
      {props.level === "warning" ? (
        <path
          d="M6 1.6L11 10.6H1z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      ) : null}
      {props.level === "hint" ? (
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
  );
}

/** Something went wrong: what happened, that nothing was changed, and the fix. */
export function Wrong(props: { error: HostError; action?: ReactNode }) {
  const { title, advice, severity } = shown(props.error);
  return (
    <div role="alert" className={cx(styles.block, styles.wrong)}>
      <LevelMark level={severity === "state" ? "warning" : "blocker"} />
      <p>
        <b>{title}</b>
        {advice}
      </p>
      {props.action}
    </div>
  );
}

export interface AtWorkProps {
  title: string;
  done: number;
  /** 0 while the whole is not known yet. */
  total: number;
  /** What the counts are of: "rows", "bytes". */
  unit: string;
  /** Counted for the pace; the same as `done` when the counts are rows. */
  rows: number;
  onCancel: () => void;
}

/** Long work: a determinate bar, how far, how fast, how long still, and a Cancel that cancels. */
export function AtWork(props: AtWorkProps) {
  const elapsed = useElapsed();
  const part = props.total > 0 ? Math.min(1, props.done / props.total) : 0;
  const left = part > 0 ? (elapsed / part) * (1 - part) : null;
  const rate = elapsed > 0 ? Math.round(props.rows / elapsed) : 0;
  return (
    <div className={styles.working}>
      <p>
        <b>{props.title}</b>
        <span className="num" hidden={props.total === 0}>
          {t("working", { done: count(props.done), total: count(props.total), unit: props.unit })}
        </span>
        {left !== null && elapsed > 0.5 ? (
          <span className="num muted">{t("pace", { rate: count(rate), left: spell(left) })}</span>
        ) : null}
        <Button small harmless onPress={props.onCancel}>
          {t("cancel")}
        </Button>
      </p>
      <div
        role="progressbar"
        aria-label={props.title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(part * 100)}
        className={styles.track}
      >
        <i style={{ width: `${part * 100}%` }} />
      </div>
    </div>
  );
}

function spell(seconds: number): string {
  return seconds < 90
    ? t("seconds", { n: Math.round(seconds) })
    : t("minutes", { n: Math.round(seconds / 60) });
}

/** Seconds since the block appeared, a few times a second. */
function useElapsed(): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(() => setElapsed((performance.now() - from) / 1000), 250);
    return () => clearInterval(timer);
  }, []);
  return elapsed;
}
