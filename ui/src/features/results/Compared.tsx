/** The results, a downstream metric a row, with the early metrics that should lead to it. */
import { ArrowRight } from "lucide-react";
import { useRef } from "react";

import type { Results } from "../../api/types";
import { reachFor } from "../../charts/interval";
import { cx } from "../../components/classes";
import { CopyMenu } from "../../components/copy/CopyMenu";
import { PlotCaption } from "../../components/IntervalPlot";
import { count } from "../../words/figures";
import { t } from "../../words/results";
import { copiedResults } from "./copied";
import { Half } from "./Half";
import { figuresOf, type Pair } from "./pairs";
import { resultsSheet } from "./picture";
import styles from "./Results.module.css";

/** Beside an early metric there is room for this much picture; alone, for more. */
const NARROW_PLOT = 236;
const WIDE_PLOT = 420;

export interface ComparedProps {
  results: Results;
  pairs: readonly Pair[];
  segmentName: string;
}

export function Compared({ results, pairs, segmentName }: ComparedProps) {
  const root = useRef<HTMLElement>(null);
  const isPaired = pairs.some((it) => it.early.length > 0);
  const plotWidth = isPaired ? NARROW_PLOT : WIDE_PLOT;
  const shown = pairs.flatMap((it) => [it.downstream, ...it.early]);
  const reach = reachFor(shown.map(figuresOf), plotWidth);
  return (
    <section
      ref={root}
      aria-label={t("results")}
      className={cx(styles.compared, isPaired ? styles.paired : styles.alone)}
    >
      <div className={styles.heads}>
        {isPaired ? <Head title={t("early")} note={t("earlyNote")} width={plotWidth} /> : null}
        {isPaired ? <span /> : null}
        <Head title={t("downstream")} note={t("downstreamNote")} width={plotWidth} />
      </div>
      {pairs.map(({ downstream, early }) => (
        <div key={downstream.metric} className={styles.row}>
          {isPaired ? (
            <div className={styles.early}>
              {early.length === 0 ? <p className={styles.none}>{t("noEarly")}</p> : null}
              {early.map((it) => (
                <Half key={it.metric} result={it} reach={reach} plotWidth={plotWidth} />
              ))}
            </div>
          ) : null}
          {isPaired ? (
            <span className={styles.arrow}>
              {early.length === 0 ? null : (
                <>
                  <ArrowRight aria-hidden="true" />
                  <span className="hidden-words">{t("leadsTo")}</span>
                </>
              )}
            </span>
          ) : null}
          <Half result={downstream} reach={reach} plotWidth={plotWidth} />
        </div>
      ))}
      <div className={styles.foot}>
        <p className={styles.legend}>
          <span>
            <i className={styles.us} />
            {segmentName}
          </span>
          <span>
            <i className={styles.them} />
            {t("everyoneElse")}
          </span>
          {shown.some((it) => it.threshold > 0) ? (
            <span>
              <i className={styles.swatch} />
              {t("band")}
            </span>
          ) : null}
          <span className="push num">
            {t("comparisons", { n: count(results.comparisons), one: results.comparisons === 1 })}
            {" · "}
            {t("notATest")}
          </span>
        </p>
        <CopyMenu
          what={t("results")}
          table={() => copiedResults(pairs, segmentName)}
          picture={() => resultsSheet(root.current, results, pairs, segmentName)}
        />
      </div>
    </section>
  );
}

function Head(props: { title: string; note: string; width: number }) {
  return (
    <div className={styles.head}>
      <p>
        <span className="h2">{props.title}</span> <span className="sub">{props.note}</span>
      </p>
      <PlotCaption width={props.width} />
      <span />
    </div>
  );
}
