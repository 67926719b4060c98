/** One metric of a segment against everyone else: the rates, the picture, the verdict in words. */
import type { ResultRow } from "../../api/types";
import { IntervalPlot } from "../../components/IntervalPlot";
import { Verdict } from "../../components/Marks";
import { Rate } from "../../components/RateBar";
import { count } from "../../words/figures";
import { t } from "../../words/results";
import { figuresOf } from "./pairs";
import styles from "./Results.module.css";
import { differenceWords, intervalWords } from "./said";

export interface HalfProps {
  result: ResultRow;
  /** One for all rows, so that the band is equally wide everywhere. */
  reach: number;
  plotWidth: number;
}

export function Half({ result, reach, plotWidth }: HalfProps) {
  const { row } = result;
  const unknown = row.unknown + row.against_unknown;
  return (
    <article className={styles.half} aria-label={result.name} data-metric={result.metric}>
      <div>
        <h2 className={styles.metric}>
          {result.name || t("unnamed")}
          {result.stage === "early" ? <small> {t("early").toLowerCase()}</small> : null}
        </h2>
        {row.value === null ? null : (
          <Rate
            who="segment"
            share={result.is_share}
            value={row.value}
            low={row.low}
            high={row.high}
            n={count(row.n)}
          />
        )}
        {row.against_value === null ? null : (
          <Rate
            who="rest"
            share={result.is_share}
            value={row.against_value}
            low={row.against_low}
            high={row.against_high}
            n={count(row.against_n)}
          />
        )}
        {unknown === 0 ? null : (
          <p className={styles.unknown}>{t("unknown", { n: count(unknown) })}</p>
        )}
      </div>
      {row.difference === null ? (
        <p className={styles.unmeasured}>{row.words}</p>
      ) : (
        <>
          <IntervalPlot
            {...figuresOf(result)}
            name={result.name}
            verdict={row.verdict}
            share={result.is_share}
            reach={reach}
            width={plotWidth}
          />
          <div className={styles.verdict} title={row.words}>
            <Verdict verdict={row.verdict} />
            <p className="num">{intervalWords(result)}</p>
            <p className="num muted">{differenceWords(result)}</p>
          </div>
        </>
      )}
    </article>
  );
}
