/** The Map, home of an open workbook: every segment, link by link, and what is to be done next. */
import { Waypoints } from "lucide-react";
import { useState } from "react";

import type { Book } from "../../api/types";
import { useNewSegment } from "../../app/Chooser";
import type { Place, PlaceProps } from "../../app/places";
import { hrefTo } from "../../app/route";
import { Empty } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { StateNode } from "../../components/State";
import { t } from "../../words/map";
import { linkStates } from "../../words/vocabulary";
import { Grid } from "./Grid";
import styles from "./Map.module.css";
import { OfferingLine } from "./Offering";
import { type MapRow, rowsOf } from "./rows";

function MapPage({ book }: PlaceProps) {
  const { rows, aside } = rowsOf(book);
  return (
    <>
      <h1 className="hidden-words">{t("heading")}</h1>
      <OfferingLine offering={book.chain.offering} />
      {rows.length + aside.length === 0 ? <Nothing book={book} /> : null}
      {rows.length === 0 ? null : (
        <Grid
          book={book}
          rows={rows}
          label={t("rows")}
          legend={<Legend />}
          resultsHead={t("results")}
        />
      )}
      {aside.length === 0 ? null : <SetAside book={book} rows={aside} />}
    </>
  );
}

function Legend() {
  return (["sound", "draft", "stale", "missing"] as const).map((state) => (
    <span key={state} className={`is-${state}`}>
      <StateNode state={state} size={12} />
      {state === "stale" ? t("legendStale") : linkStates[state]}
    </span>
  ));
}

/** Up to so many segments are out of nobody's way. */
const FEW = 3;

/**
 * Retired and invalidated segments: out of the way, and never gone. One that failed its test is what
 * the others learnt from; while there is room it stays in view.
 */
function SetAside({ book, rows }: { book: Book; rows: readonly MapRow[] }) {
  const teaches = rows.some((row) => row.record.standing === "invalidated");
  const [open, setOpen] = useState(teaches && rows.length <= FEW);
  return (
    <section className={styles.aside}>
      <Button small harmless look="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
        {t("setAside", { n: rows.length })}
      </Button>
      {open ? (
        <Grid
          book={book}
          rows={rows}
          label={t("setAside", { n: rows.length })}
          legend={<Legend />}
          resultsHead={t("results")}
        />
      ) : null}
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
