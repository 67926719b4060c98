/** Results: what the segment then did, against everyone else. */
import { reads, useRead } from "../../api/queries";
import type { Book } from "../../api/types";
import type { InView, Place, PlaceProps } from "../../app/places";
import { go } from "../../app/route";
import { Empty, Wrong } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { PageHead } from "../../components/Page";
import { t as tApp } from "../../words/app";
import { t } from "../../words/results";
import { Metrics } from "../data/Metrics";
import { Standing } from "../standing/Standing";
import { Compared } from "./Compared";
import { paired } from "./pairs";
import styles from "./Results.module.css";
import { Targets } from "./Targets";
import { Unpartnered } from "./Unpartnered";

function ResultsPlace({ book, segment }: PlaceProps) {
  return segment === null ? null : <ResultsPage book={book} segment={segment} />;
}

function ResultsPage({ book, segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  const results = useRead(reads.results, [record.id]);
  const { data } = results;
  const { pairs, unpartnered } = paired(data?.rows ?? []);
  return (
    <>
      <PageHead
        title={data?.heading ?? t("counting")}
        actions={<Standing book={book} view={view} link="results" />}
      />
      {results.error === null ? null : (
        <div className={styles.padded}>
          <Wrong error={results.error} />
        </div>
      )}
      {data !== undefined && data.rows.length === 0 ? (
        <Nothing book={book} segment={segment} />
      ) : null}
      {data === undefined || pairs.length === 0 ? null : (
        <>
          <Compared
            results={data}
            pairs={pairs}
            segmentName={record.name || tApp("unnamedSegment")}
          />
          <Targets record={record} rows={pairs.map((it) => it.downstream)} />
        </>
      )}
      <Unpartnered book={book} rows={unpartnered} />
      {data === undefined ? null : (
        <div className={styles.lower}>
          <Metrics book={book} />
        </div>
      )}
    </>
  );
}

/** Why there is nothing to compare, and the one thing to do about it. */
function Nothing({ book, segment }: { book: Book; segment: InView }) {
  const hasRows = book.datasets.some((it) => it.imported);
  const hasMetrics = book.chain.metrics.length > 0;
  // With a table and no metric, the list of metrics below asks for the first one itself.
  if (hasRows && !hasMetrics) return null;
  return (
    <div className={styles.padded}>
      {hasMetrics ? (
        <Empty
          title={t("notMeasuredTitle")}
          action={
            <Button harmless look="main" onPress={() => go("segment", segment.record.id)}>
              {t("goSegment")}
            </Button>
          }
        >
          {t("notMeasuredAdvice")}
        </Empty>
      ) : (
        <Empty
          title={t("noneTitle")}
          action={
            <Button harmless look="main" onPress={() => go("data", segment.record.id)}>
              {t("goData")}
            </Button>
          }
        >
          {t("noneAdvice")}
        </Empty>
      )}
    </div>
  );
}

export const place: Place = { id: "results", link: "results", Page: ResultsPlace };
