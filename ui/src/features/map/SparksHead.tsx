/** The head over the small results: which metrics, and what to do while there are none. */
import type { Answer } from "../../api/queries";
import type { Book, MapResults } from "../../api/types";
import { hrefTo } from "../../app/route";
import { Button } from "../../components/Button";
import { t as tApp } from "../../words/app";
import { t } from "../../words/map";
import styles from "./Sparks.module.css";

export function SparksHead({ book, results }: { book: Book; results: Answer<MapResults> }) {
  const metrics = results.data?.metrics ?? [];
  if (results.error !== null) {
    return (
      <span role="alert" title={results.error.message}>
        {t("figuresFailed")}{" "}
        <Button harmless small look="quiet" onPress={results.again}>
          {tApp("retry")}
        </Button>
      </span>
    );
  }
  const areNone = results.data !== undefined && metrics.length === 0;
  const points = metrics.length > 0 && metrics.every((it) => it.is_share);
  return (
    <div
      className={styles.head}
      data-counting={results.waiting}
      data-columns={Math.max(1, metrics.length)}
    >
      <em>
        <span className={styles.wide}>
          {t("results")}
          {points ? t("resultsPoints") : null}
        </span>
        <span className={styles.small} aria-hidden="true">
          {t("resultsShort")}
        </span>
      </em>
      {metrics.map((metric) => (
        <span key={metric.id} title={metric.problem ?? metric.name}>
          {metric.name}
        </span>
      ))}
      {areNone ? (
        <em>
          <a className={styles.way} href={hrefTo("data")}>
            {book.chain.metrics.length === 0 ? t("noMetric") : t("noDownstream")}
          </a>
        </em>
      ) : null}
    </div>
  );
}
