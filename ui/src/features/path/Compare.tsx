/** Step 4: what the segment did, against everyone else; until then, what is expected. */
import { reads, useRead } from "../../api/queries";
import type { ResultRow } from "../../api/types";
import type { InView } from "../../app/places";
import { hrefTo } from "../../app/route";
import { Empty, Wrong } from "../../components/Blocks";
import { Verdict } from "../../components/Marks";
import { copyOf } from "../../components/copy/columns";
import { CopyMenu } from "../../components/copy/CopyMenu";
import { Section, Table, type TableColumn } from "../../components/Page";
import { t as tCopy } from "../../words/copy";
import { count, percent, plain } from "../../words/figures";
import { t } from "../../words/path";
import { t as tResults } from "../../words/results";
import { intervalAnd } from "../results/copied";
import { Asked } from "./Asked";
import { Expects } from "./Expects";
import styles from "./Path.module.css";

const COLUMNS: TableColumn<ResultRow>[] = [
  {
    id: "metric",
    name: tResults("metric"),
    text: (it) => it.name || tResults("unnamed"),
    cell: (it) => it.name || tResults("unnamed"),
  },
  {
    id: "now",
    name: tResults("now"),
    text: ({ row }) => row.value,
    also: intervalAnd(tResults("now")),
    numeric: true,
    cell: ({ row, is_share }) =>
      row.value === null ? (
        "–"
      ) : (
        <>
          {is_share ? percent(row.value) : plain(row.value)}{" "}
          <span className="sub">{tResults("ofN", { n: count(row.n) })}</span>
        </>
      ),
  },
  {
    id: "verdict",
    name: "",
    head: tCopy("verdict"),
    text: ({ row }) => row.words,
    cell: ({ row }) => (
      <span title={row.words}>
        <Verdict verdict={row.verdict} />
      </span>
    ),
  },
];

export function Compare({ segment }: { segment: InView }) {
  const results = useRead(reads.results, [segment.record.id]);
  const rows = results.data?.rows.filter((it) => it.stage === "downstream") ?? [];
  return (
    <>
      <Asked ask={t("compareAsk")} why={t("compareWhy")} />
      {results.error === null ? null : <Wrong error={results.error} />}
      {results.waiting ? <p className="sub">{tResults("counting")}</p> : null}
      {results.data === undefined ? null : (
        <Section
          title={t("against")}
          note={rows.length === 0 ? null : results.data.heading}
          aside={
            rows.length === 0 ? null : (
              <CopyMenu what={t("against")} table={() => copyOf(COLUMNS, rows)} />
            )
          }
        >
          {rows.length === 0 ? (
            <Empty title={t("notMeasured")}>{t("notMeasuredWhy")}</Empty>
          ) : (
            <Table
              label={t("against")}
              rowHeaders
              rows={rows}
              keyOf={(it) => it.metric}
              columns={COLUMNS}
            />
          )}
          <p className={styles.ways}>
            <a className={styles.way} href={hrefTo("results", segment.record.id)}>
              {t("toResults")}
            </a>
          </p>
        </Section>
      )}
      <Expects segment={segment} />
    </>
  );
}
