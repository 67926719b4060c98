/** What the four columns of the value surface share: one grid, so that what belongs together is level. */
import { Plus } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "../../components/Button";
import { useReadOnly } from "../../components/ReadOnly";
import type { Gap, ValueLayout } from "./layout";
import type { Surface } from "./surface";
import styles from "./Value.module.css";

export interface ColumnProps {
  surface: Surface;
  layout: ValueLayout;
}

/** Where a sentence stands in the grid, below its column's head. */
export const place = (column: number, at: { row: number; span?: number }) => ({
  gridColumn: column,
  gridRow: `${at.row + 2} / span ${at.span ?? 1}`,
});

/** A group for the ear; for the eye its parts stand in the rows of the shared grid. */
export function Column(props: { title: string; note: string; column: number; children: ReactNode }) {
  return (
    <div role="group" aria-label={props.title} data-column={props.column} className={styles.column}>
      <div className={styles.columnHead} style={{ gridColumn: props.column, gridRow: 1 }}>
        <h2 className="h2">{props.title}</h2>
        <span className="sub">{props.note}</span>
      </div>
      {props.children}
    </div>
  );
}

/** Starts a sentence at the foot of a column. */
export function Add(props: { column: number; rows: number; name: string; onPress: () => void }) {
  return (
    <div className={styles.add} style={{ gridColumn: props.column, gridRow: props.rows + 2 }}>
      <Button small look="quiet" data-add onPress={props.onPress}>
        <Plus aria-hidden="true" />
        {props.name}
      </Button>
    </div>
  );
}

/** The question at the end of a stub: pressed, it is a sentence being written. */
export function Question(props: { gap: Gap; column: number; text: string; onPress: () => void }) {
  const isReadOnly = useReadOnly();
  return (
    <button
      type="button"
      disabled={isReadOnly}
      className={styles.ghost}
      style={place(props.column, props.gap)}
      onClick={props.onPress}
    >
      {props.text}
    </button>
  );
}
