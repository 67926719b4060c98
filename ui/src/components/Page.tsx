/** A place's own parts: the head that says what the page found, and ruled sections. */
import type { ReactNode } from "react";

import { cx } from "./classes";
import type { CopiableColumn } from "./copy/columns";
import styles from "./Page.module.css";

export interface PageHeadProps {
  /** The finding, not the page's name; or the record's name, as a field. */
  title: ReactNode;
  /** Beside the title: pickers, tags, a sentence in grey. */
  beside?: ReactNode;
  /** At the right: at most one main button. */
  actions?: ReactNode;
}

export function PageHead(props: PageHeadProps) {
  return (
    <div className={styles.head}>
      {typeof props.title === "string" ? (
        <h1>{props.title}</h1>
      ) : (
        <h1 className={styles.title}>{props.title}</h1>
      )}
      {props.beside}
      <div className={styles.actions}>{props.actions}</div>
    </div>
  );
}

/** A part of a page under its own small heading. */
export function Section(props: {
  title: string;
  /** Grey, right after the title. */
  note?: ReactNode;
  /** At the right of the heading. */
  aside?: ReactNode;
  children: ReactNode;
  /** For parts that stand in a grid: the class that places them. */
  className?: string | undefined;
}) {
  return (
    <section className={cx(styles.section, props.className)} aria-label={props.title}>
      <div className={styles.sectionHead}>
        <h2 className="h2">{props.title}</h2>
        {props.note === undefined ? null : <span className="sub">{props.note}</span>}
        {props.aside === undefined ? null : <span className={styles.aside}>{props.aside}</span>}
      </div>
      {props.children}
    </section>
  );
}

export interface TableColumn<Row> extends CopiableColumn<Row> {
  name: ReactNode;
  /** Numbers stand at the right. */
  numeric?: boolean;
  width?: string;
  cell: (row: Row) => ReactNode;
}

export interface TableProps<Row> {
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
  /** The name of a row's record in the chain document, as "touchpoints/x", when it has an order. */
  movesAs?: (row: Row) => string | undefined;
  /** The first column names the row. */
  rowHeaders?: boolean;
  dense?: boolean;
}

/** Rows with hairlines between them: no frame, no zebra, numbers at the right. */
export function Table<Row>(props: TableProps<Row>) {
  return (
    <table className={cx(styles.table, props.dense && styles.dense)} aria-label={props.label}>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              data-numeric={column.numeric ?? false}
              style={column.width === undefined ? undefined : { width: column.width }}
            >
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <tr key={props.keyOf(row, index)} data-moves={props.movesAs?.(row)}>
            {props.columns.map((column, at) =>
              at === 0 && props.rowHeaders ? (
                <th key={column.id} scope="row" data-numeric={column.numeric ?? false}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} data-numeric={column.numeric ?? false}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
