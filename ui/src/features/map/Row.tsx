/** One segment on the Map: its name, its line, and what it did. Every part is a way to go there. */
import type { Book, Link } from "../../api/types";
import { hrefTo } from "../../app/route";
import { cx } from "../../components/classes";
import { edgeInto } from "../../components/line";
import { Swatch } from "../../components/Marks";
import { Track } from "../../components/State";
import { t as tApp } from "../../words/app";
import { t } from "../../words/map";
import { linkOrder, links as linkNames, linkStates } from "../../words/vocabulary";
import { cellWords } from "./cells";
import { notesOf } from "./notes";
import styles from "./Row.module.css";
import { nameOf } from "./records";
import type { MapRow } from "./rows";
import { apartWords } from "./steps";
import { said, Sparks } from "./Sparks";
import type { SparkColumn } from "./sparks";
import { type Cell, RESULTS_COLUMN } from "./walk";

export interface RowProps {
  book: Book;
  row: MapRow;
  columns: readonly SparkColumn[];
  /** Its place among the rows of its grid. */
  at: number;
  /** The cell that Tab reaches. */
  active: Cell;
  onEnter: (cell: Cell) => void;
  /** Whether it begins the rows that nobody works on. */
  split: boolean;
  /** In a long list: how far from its top the row stands, in px, and who asks for its height. */
  top?: number;
  measure?: (element: HTMLElement | null) => void;
}

export function Row({ book, row, columns, at, top, measure, ...props }: RowProps) {
  const { record } = row;
  const name = record.name || tApp("unnamedSegment");
  const way = (column: number) => ({
    "data-cell": `${at}/${column}`,
    tabIndex: props.active.row === at && props.active.column === column ? 0 : -1,
    onFocus: () => props.onEnter({ row: at, column }),
  });
  return (
    <div
      ref={measure}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
      role="row"
      aria-rowindex={at + 2}
      data-index={at}
      data-kind={row.kind}
      data-moves={`segments/${record.id}`}
      className={cx(styles.row, props.split && styles.split)}
    >
      <div role="rowheader" className={styles.who}>
        <Swatch index={row.index} />
        <div>
          <a href={hrefTo("segment", record.id)} className={styles.cover} {...way(0)}>
            <b>{name}</b>
          </a>
          {notesOf(book, row).map((note) => (
            <small key={note}>{note}</small>
          ))}
          {row.view.twins.map((twin) => (
            <small key={twin.segment} title={apartWords(book, record.id, twin.segment)}>
              {t("twin", { name: nameOf(book, twin.segment) })}
            </small>
          ))}
        </div>
      </div>
      {linkOrder.map((link, index) => (
        <div key={link} role="gridcell" className={styles.cell}>
          {row.links[index] === undefined ? null : (
            <Node book={book} row={row} index={index} link={link} name={name} way={way(index + 1)} />
          )}
        </div>
      ))}
      <div role="gridcell" className={styles.did}>
        <a
          href={hrefTo("results", record.id)}
          className={styles.cover}
          {...way(RESULTS_COLUMN)}
        >
          <span className="hidden-words">
            {t("resultsOf", { name, figures: said(columns, record.id) })}
          </span>
          <Sparks columns={columns} segment={record.id} />
        </a>
      </div>
    </div>
  );
}

function Node(props: {
  book: Book;
  row: MapRow;
  index: number;
  link: Link;
  name: string;
  way: object;
}) {
  const { book, row, index, link, name } = props;
  const view = row.links[index];
  const next = row.links[index + 1];
  if (view === undefined) return null;
  const stops = next === undefined && row.kind === "not_for_us" ? "stop" : null;
  const { state, words, quiet } = cellWords(book, row, index);
  return (
    <a
      href={hrefTo(link, row.record.id)}
      className={`is-${view.state}`}
      title={words}
      aria-label={t("node", { name, link: linkNames[link], state: linkStates[view.state], words })}
      {...props.way}
    >
      <Track
        state={view.state}
        next={next === undefined ? stops : edgeInto(view, next)}
        strong={row.kind === "primary"}
      />
      {quiet ? null : (
        <span className={styles.words}>
          {state === null ? null : <b>{state} </b>}
          {words}
        </span>
      )}
    </a>
  );
}
