/** Many rows: only those in view are drawn, and the one that has the focus. */
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";

import styles from "./Row.module.css";
import { Row, type RowProps } from "./Row";
import type { MapRow } from "./rows";

/** A row whose words take two lines. */
const USUAL_HEIGHT = 88;
/** Rows drawn beyond either edge, so that scrolling finds them there. */
const OVERSCAN = 6;

export interface LongRowsProps {
  rows: readonly MapRow[];
  /** The row that Tab reaches, drawn wherever it is. */
  active: number;
  ofRow: (at: number) => Omit<RowProps, "row" | "top" | "measure">;
}

export function LongRows({ rows, active, ofRow }: LongRowsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  // The list begins below other things in the scrolling work area.
  useLayoutEffect(() => {
    const area = scrollerOf(list.current);
    if (list.current === null || area === null) return;
    const from = list.current.getBoundingClientRect().top - area.getBoundingClientRect().top;
    setAbove(Math.round(from + area.scrollTop));
  }, [rows]);
  // The compiler leaves this component alone, and so it is small.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => USUAL_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: above,
    getItemKey: (at) => rows[at]?.record.id ?? at,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(active) ? shown : [...shown, active].toSorted((a, b) => a - b);
    },
  });
  return (
    <div
      ref={list}
      role="rowgroup"
      className={styles.long}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (row === undefined) return null;
        return (
          <Row
            key={item.key}
            row={row}
            {...ofRow(item.index)}
            measure={virtual.measureElement}
            top={item.start - above}
          />
        );
      })}
    </div>
  );
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  return element?.closest("main") ?? null;
}
