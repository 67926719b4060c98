/** The Map, home of an open workbook: every segment, link by link, and what is to be done next. */
import { Waypoints } from "lucide-react";
import { useRef } from "react";

import { reads, useRead } from "../../api/queries";
import type { Book } from "../../api/types";
import { useNewSegment } from "../../app/Chooser";
import type { Place, PlaceProps } from "../../app/places";
import { hrefTo } from "../../app/route";
import { Empty } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { CopyMenu } from "../../components/copy/CopyMenu";
import { Fold } from "../../components/Fold";
import { t } from "../../words/map";
import { Blast } from "./Blast";
import { copiedMap } from "./copied";
import { Grid, LONG } from "./Grid";
import styles from "./Map.module.css";
import { NextLine } from "./NextLine";
import { OfferingLine } from "./Offering";
import { mapSheet } from "./picture";
import { type MapRow, rowsOf } from "./rows";
import { SharedFeatures } from "./SharedFeatures";
import { columnsOf, type SparkColumn } from "./sparks";
import { SparksHead } from "./SparksHead";
import { Upcoming } from "./Upcoming";

function MapPage({ book }: PlaceProps) {
  const { rows, aside } = rowsOf(book);
  const isEmpty = rows.length + aside.length === 0;
  // The segments and their lines stand at once; the figures follow.
  const results = useRead(reads.mapResults, isEmpty ? null : NO_CHOICE);
  const columns = results.data === undefined ? [] : columnsOf(results.data);
  const page = useRef<HTMLDivElement>(null);
  const all = [...rows, ...aside];
  // A long list is drawn only where it is in view, and so has no picture of its own.
  const isDrawn = rows.length < LONG;
  return (
    <>
      <h1 className="hidden-words">{t("heading")}</h1>
      {isEmpty ? <Nothing book={book} /> : <NextLine book={book} />}
      <OfferingLine offering={book.chain.offering} />
      {rows.length === 0 ? null : (
        <div ref={page}>
          <Grid
            book={book}
            rows={rows}
            label={t("rows")}
            columns={columns}
            resultsHead={<SparksHead book={book} results={results} />}
          />
          <div className={styles.take}>
            <CopyMenu
              what={t("place")}
              table={() => copiedMap(all, columns)}
              {...(isDrawn ? { picture: () => mapSheet(page.current, book, rows, columns) } : {})}
            />
          </div>
        </div>
      )}
      {aside.length === 0 ? null : <SetAside book={book} rows={aside} columns={columns} />}
      {isEmpty ? null : <Lower book={book} />}
    </>
  );
}

/** The metrics that say most are chosen for us. */
const NO_CHOICE: [string[]] = [[]];

function Lower({ book }: { book: Book }) {
  return (
    <div className={styles.lower}>
      <div>
        <Blast book={book} />
        <SharedFeatures book={book} />
      </div>
      <Upcoming book={book} />
    </div>
  );
}

/** Up to so many segments are out of nobody's way. */
const FEW = 3;

/**
 * Retired and invalidated segments: out of the way, and never gone. One that failed its test is what
 * the others learnt from; while there is room it stays in view.
 */
function SetAside(props: {
  book: Book;
  rows: readonly MapRow[];
  columns: readonly SparkColumn[];
}) {
  const { book, rows, columns } = props;
  const teaches = rows.some((row) => row.record.standing === "invalidated");
  return (
    <section className={styles.aside} aria-label={t("setAside")}>
      <Fold
        title={t("setAside")}
        note={t("setAsideNote", { n: rows.length })}
        startsOpen={teaches && rows.length <= FEW}
      >
        <Grid
          book={book}
          rows={rows}
          label={t("setAsideRows")}
          columns={columns}
          resultsHead={t("results")}
        />
      </Fold>
    </section>
  );
}

/** Nothing yet: the one thing to do, and the other way to begin. */
function Nothing({ book }: { book: Book }) {
  const add = useNewSegment(book);
  return (
    <div className={styles.nothing}>
      <Empty
        title={t("noneTitle")}
        action={
          <Button look="main" onPress={add}>
            {t("newSegment")}
          </Button>
        }
      >
        {t("noneAdvice")}
      </Empty>
      {book.datasets.length > 0 ? null : (
        <a className={styles.way} href={hrefTo("data")}>
          {t("fromTable")}
        </a>
      )}
    </div>
  );
}

export const place: Place = {
  id: "map",
  rail: { order: 0, name: t("place"), icon: Waypoints, letter: "M" },
  isOfAll: true,
  Page: MapPage,
};
