/** Step 3: where it can be seen, or, before there is a table, what is expected. */
import type { Book } from "../../api/types";
import type { InView } from "../../app/places";
import { hrefTo } from "../../app/route";
import { Section } from "../../components/Page";
import { count, date } from "../../words/figures";
import { t } from "../../words/path";
import { Asked } from "./Asked";
import { Expects } from "./Expects";
import styles from "./Path.module.css";

export function Data({ book, segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  const dataset = book.chain.datasets.find((it) => it.id === record.dataset);
  const isCounted = view.n !== null && view.rows !== null;
  const facts = [
    { id: "table", name: t("table"), said: dataset?.id ?? t("noTable") },
    {
      id: "belongs",
      name: t("belongs"),
      said: isCounted
        ? t("rows", { n: count(view.n ?? 0), rows: count(view.rows ?? 0) })
        : t("noRule"),
    },
    { id: "unit", name: t("unit"), said: dataset?.unit || t("unstated") },
    { id: "asOf", name: t("asOf"), said: date(dataset?.as_of ?? "") || t("unstated") },
  ];
  return (
    <>
      <Asked ask={t("dataAsk")} why={t("dataWhy")} />
      <Section title={t("table")}>
        <dl className={styles.facts}>
          {facts.map((it) => (
            <div key={it.id}>
              <dt>{it.name}</dt>
              <dd className="num">{it.said}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.ways}>
          <a className={styles.way} href={hrefTo("data", record.id)}>
            {t("toData")}
          </a>
          <a className={styles.way} href={hrefTo("segment", record.id)}>
            {t("toSegment")}
          </a>
        </p>
      </Section>
      <Expects segment={segment} />
    </>
  );
}
