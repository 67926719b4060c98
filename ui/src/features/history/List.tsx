/**
 * The list of what was done. However long it is, only the rows in view are drawn; arrow keys go
 * from row to row, and the row in hand is the one that Tab reaches.
 */
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";

import { cx } from "../../components/classes";
import { dayName, t, timeOf } from "../../words/history";
import styles from "./History.module.css";
import { isChoice, nextChoice, type Row } from "./rows";

/** Rows drawn beyond either edge. */
const OVERSCAN = 10;
/** As many rows from the end the next page is asked for. */
const NEAR_THE_END = 30;
/** How far a page key goes. */
const PAGE = 10;

export interface ListProps {
  rows: readonly Row[];
  /** The key of the chosen row. */
  chosen: string;
  onChoose: (row: Exclude<Row, { type: "day" }>) => void;
  /** The end comes near: older entries are wanted. */
  onEnd: () => void;
}

export function List({ rows, chosen, onChoose, onEnd }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const active = Math.max(0, rows.findIndex((row) => row.key === chosen));
  // The compiler leaves this component alone, and so it is small.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (rows[at]?.type === "day" ? 44 : 36),
    overscan: OVERSCAN,
    getItemKey: (at) => rows[at]?.key ?? at,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(active) || active >= rows.length
        ? shown
        : [...shown, active].toSorted((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last > rows.length - NEAR_THE_END) onEnd();
  }, [last, rows.length, onEnd]);

  // A row that an arrow led to takes the focus when it is drawn.
  useEffect(() => {
    if (!wanted.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-at="${active}"] button`);
    if (row === null || row === undefined) return;
    wanted.current = false;
    row.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, rows, active);
    const row = rows[to];
    if (to < 0 || !isChoice(row)) return;
    event.preventDefault();
    wanted.current = true;
    virtual.scrollToIndex(to);
    onChoose(row);
  };
  return (
    <div ref={scroller} className={styles.scroller}>
      <ol
        aria-label={t("list")}
        className={styles.list}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              data-at={item.index}
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.type === "day" ? (
                <h2 className={styles.day}>{dayName(row.day)}</h2>
              ) : (
                <button
                  type="button"
                  className={styles.row}
                  aria-current={row.key === chosen}
                  tabIndex={item.index === active ? 0 : -1}
                  onClick={() => onChoose(row)}
                  onKeyDown={onKeyDown}
                >
                  <RowWords row={row} />
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Where a key leads from a row; −1 when it leads nowhere. */
function target(key: string, rows: readonly Row[], from: number): number {
  switch (key) {
    case "ArrowDown":
      return nextChoice(rows, from, 1);
    case "ArrowUp":
      return nextChoice(rows, from, -1);
    case "PageDown":
      return nextChoice(rows, from, PAGE);
    case "PageUp":
      return nextChoice(rows, from, -PAGE);
    case "Home":
      return nextChoice(rows, -1, 1);
    case "End":
      return nextChoice(rows, rows.length, -1);
    default:
      return -1;
  }
}

function RowWords({ row }: { row: Exclude<Row, { type: "day" }> }) {
  switch (row.type) {
    case "named":
      return (
        <>
          <span className={styles.time} />
          <span className={styles.sentence}>
            <b>{row.snapshot.name}</b>
            <small>{t("snapshot")}</small>
          </span>
          <span className={styles.who}>{row.snapshot.author}</span>
        </>
      );
    case "beginning":
      return (
        <>
          <span className={styles.time} />
          <span className={styles.sentence}>
            {t("beginning")}
            {row.isNow ? <small className={styles.now}>{t("now")}</small> : null}
          </span>
        </>
      );
    case "change":
      return (
        <>
          <span className={styles.time}>{timeOf(row.entry.at)}</span>
          <span className={cx(styles.sentence, row.entry.undone && styles.undone)}>
            {row.entry.sentence}
            {row.entry.state === "done" ? null : <small>{t(row.entry.state)}</small>}
            {row.isNow ? <small className={styles.now}>{t("now")}</small> : null}
          </span>
          <span className={styles.who}>{row.entry.author}</span>
        </>
      );
  }
}
