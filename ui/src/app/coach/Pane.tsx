/**
 * The coach at the right: what it finds on screen, the loudest first, one card open and a row for
 * each of the others; at the foot what was set aside. Where there is no room beside the work it lies
 * over it.
 */
import { ChevronRight, PanelRightClose } from "lucide-react";
import { useEffect, useRef } from "react";

import { reads, useRead } from "../../api/queries";
import type { Book, Finding, RuleCard } from "../../api/types";
import { LevelMark } from "../../components/Blocks";
import { IconButton } from "../../components/Button";
import { cx } from "../../components/classes";
import { useCoach } from "../../components/coach/coach";
import { keyOf, tally } from "../../components/coach/order";
import { t } from "../../words/coach";
import { hrefTo } from "../route";
import { Card } from "./Card";
import styles from "./Coach.module.css";
import { SetAsideList } from "./SetAsideList";
import type { PaneNow } from "./usePane";

/** A list longer than this is no list to read; the rest is counted. */
const MOST = 60;

const NO_RULES: readonly RuleCard[] = [];

export function Pane({ book, pane }: { book: Book; pane: PaneNow }) {
  const coach = useCoach();
  const rules = useRead(reads.rules, []).data ?? NO_RULES;
  const box = useRef<HTMLElement>(null);
  const { findings, shown } = pane;
  const ruleOf = (id: string) => rules.find((it) => it.id === id);
  useEscape(!pane.beside, pane.fold);
  return (
    <aside
      ref={box}
      id="coach"
      tabIndex={-1}
      aria-label={t("coach")}
      className={cx(styles.pane, !pane.beside && styles.over)}
      onFocusCapture={pane.stay}
    >
      <div className={styles.head}>
        <h2>{t("coach")}</h2>
        <Tally findings={findings} />
        <IconButton
          name={t("fold")}
          keys="Mod+J"
          icon={<PanelRightClose aria-hidden="true" />}
          onPress={pane.fold}
        />
      </div>
      <div className={styles.body}>
        {findings.length === 0 ? <p className={styles.quiet}>{t("nothing")}</p> : null}
        <ul aria-label={t("findings")} className={styles.list}>
          {findings.slice(0, MOST).map((it) => (
            <li key={keyOf(it)}>
              {it === shown ? (
                <Card
                  finding={it}
                  rule={ruleOf(it.rule)}
                  readOnly={book.read_only}
                  onFold={() => coach.show("")}
                  onLeave={() => {
                    // What lies over the work would lie over the words.
                    if (!pane.beside) pane.fold();
                  }}
                  onDone={() => box.current?.focus()}
                />
              ) : (
                <Row
                  finding={it}
                  rule={ruleOf(it.rule)}
                  where={pane.ofAll ? nameOf(book, it.segment) : null}
                  onPress={() => coach.show(keyOf(it))}
                />
              )}
            </li>
          ))}
        </ul>
        {findings.length > MOST ? (
          <p className={styles.quiet}>{t("more", { n: findings.length - MOST })}</p>
        ) : null}
      </div>
      <div className={styles.foot}>
        <SetAsideList list={book.set_aside} rules={rules} readOnly={book.read_only} />
        <a href={hrefTo("rules", shown?.segment ?? null)} className={styles.reference}>
          {t("allRules")}
        </a>
      </div>
    </aside>
  );
}

/** Escape folds what lies over the work, unless something in front of it takes the key. */
function useEscape(on: boolean, fold: () => void): void {
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) fold();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [on, fold]);
}

function nameOf(book: Book, segment: string): string {
  return book.chain.segments.find((it) => it.id === segment)?.name ?? "";
}

/** How many there are of each level, for the eye by their marks and for the ear in words. */
function Tally({ findings }: { findings: readonly Finding[] }) {
  const words = { blocker: "blockers", warning: "warnings", hint: "hints" } as const;
  return (
    <p role="status" className={styles.tally}>
      {tally(findings).map(({ level, n }) => (
        <span key={level}>
          <LevelMark level={level} />
          <span aria-hidden="true">{n}</span>
          <span className="hidden-words">{t(words[level], { n })}</span>
        </span>
      ))}
    </p>
  );
}

interface RowProps {
  finding: Finding;
  rule: RuleCard | undefined;
  /** The segment it is in, where several stand together. */
  where: string | null;
  onPress: () => void;
}

function Row({ finding, rule, where, onPress }: RowProps) {
  return (
    <button type="button" className={styles.row} aria-expanded={false} onClick={onPress}>
      <LevelMark level={finding.level} />
      <span className={styles.rowWords}>
        <b>{rule?.name ?? finding.rule}</b>
        {finding.quote === "" ? null : <q>{finding.quote}</q>}
        {where === null ? null : <small>{where}</small>}
      </span>
      <ChevronRight aria-hidden="true" />
    </button>
  );
}
