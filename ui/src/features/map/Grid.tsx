/**
 * The rows of the Map as a grid: one Tab stop, arrow keys from node to node, Enter goes there. Its
 * columns are those of the chain bar above it.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

import type { Book } from "../../api/types";
import { StateNode } from "../../components/State";
import { t } from "../../words/map";
import { linkOrder, links as linkNames, linkStates } from "../../words/vocabulary";
import { LongRows } from "./LongRows";
import styles from "./Grid.module.css";
import { Row } from "./Row";
import { isWorkedOn, type MapRow } from "./rows";
import type { SparkColumn } from "./sparks";
import { type Cell, RESULTS_COLUMN, walk } from "./walk";

/** Fewer rows than this are all drawn. */
export const LONG = 40;

export interface GridProps {
  book: Book;
  rows: readonly MapRow[];
  label: string;
  /** The small results, once they are known. */
  columns: readonly SparkColumn[];
  /** Shown over the results: what they are of. */
  resultsHead: ReactNode;
}

export function Grid({ book, rows, label, columns, resultsHead }: GridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState<Cell>({ row: 0, column: 0 });
  const [walked, setWalked] = useState(0);
  const active = inside(wanted, rows);
  const { row, column } = active;

  // After the keys have moved on, the focus follows; a row far away is drawn by then.
  useEffect(() => {
    if (walked === 0) return;
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row}/${column}"]`)?.focus();
  }, [walked, row, column]);

  useLayoutEffect(() => clearOfScrollbar(grid.current), []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.shiftKey || event.metaKey) return;
    const to = walk(
      active,
      event.key,
      event.ctrlKey,
      rows.map((it) => it.links.length),
    );
    if (to === null) return;
    event.preventDefault();
    setActive(to);
    setWalked((times) => times + 1);
  };

  const ofRow = (at: number) => ({
    book,
    columns,
    at,
    active,
    onEnter: setActive,
    split: at > 0 && beginsOthers(rows, at),
  });
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={RESULTS_COLUMN + 1}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.rowsHead}>
        <span role="columnheader">{t("segment")}</span>
        {linkOrder.map((link) => (
          <span key={link} role="columnheader" className="hidden-words">
            {linkNames[link]}
          </span>
        ))}
        <span aria-hidden="true" className={styles.legend}>
          <Legend />
        </span>
        <div role="columnheader" className={styles.didHead}>
          {resultsHead}
        </div>
      </div>
      {rows.length < LONG ? (
        rows.map((it, at) => <Row key={it.record.id} row={it} {...ofRow(at)} />)
      ) : (
        <LongRows rows={rows} active={row} ofRow={ofRow} />
      )}
    </div>
  );
}

/**
 * The rows end where the chain bar above them does, which no scrollbar narrows: one that takes room
 * takes it from the padding.
 */
function clearOfScrollbar(grid: HTMLElement | null): (() => void) | undefined {
  const area = grid?.closest("main");
  if (grid === null || area === null || area === undefined) return undefined;
  const measure = () => {
    grid.style.setProperty("--scrollbar", `${area.offsetWidth - area.clientWidth}px`);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(grid);
  measure();
  return () => observer.disconnect();
}

/** What the nodes mean. */
function Legend() {
  return (["sound", "draft", "stale", "missing"] as const).map((state) => (
    <span key={state} className={`is-${state}`}>
      <StateNode state={state} size={12} />
      {state === "stale" ? t("legendStale") : linkStates[state]}
    </span>
  ));
}

/** The cell that still is one, after rows went away or lost some of their line. */
function inside(cell: Cell, rows: readonly MapRow[]): Cell {
  const row = Math.max(0, Math.min(cell.row, rows.length - 1));
  const links = rows[row]?.links.length ?? 0;
  const isThere = cell.column <= links || cell.column === RESULTS_COLUMN;
  return { row, column: isThere ? cell.column : links };
}

function beginsOthers(rows: readonly MapRow[], at: number): boolean {
  const [before, here] = [rows[at - 1], rows[at]];
  return before !== undefined && here !== undefined && isWorkedOn(before) && !isWorkedOn(here);
}
