/** What the brief rests on: the rows, the rule, the wording, and what is still open. */
import type { ReactNode } from "react";

import type { Book } from "../../api/types";
import type { InView } from "../../app/places";
import { hrefTo } from "../../app/route";
import { Section } from "../../components/Page";
import { StateNode } from "../../components/State";
import { t } from "../../words/brief";
import { count, date, percent } from "../../words/figures";
import { linkWord } from "../../words/links";
import { links as linkNames } from "../../words/vocabulary";
import styles from "./Brief.module.css";

export function StandsOn({ book, segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  const dataset = book.datasets.find((it) => it.id === record.dataset && it.imported);
  const asOf = book.chain.datasets.find((it) => it.id === record.dataset)?.as_of ?? "";
  const { since, versions } = record.positioning;
  const n = Math.max(0, ...versions.map((it) => it.number)) + 1;
  const open = view.links.filter((it) => it.state !== "sound");
  return (
    <>
      <Section title={t("standsOn")}>
        <dl className={styles.facts}>
          <Fact name={t("table")}>{dataset?.id ?? t("noTable")}</Fact>
          {dataset === undefined ? null : (
            <>
              <Fact name={t("rows")}>{count(dataset.rows)}</Fact>
              {view.n === null || view.share === null ? null : (
                <Fact name={t("segmentRows")}>
                  {count(view.n)}, {percent(view.share)}
                </Fact>
              )}
              {asOf === "" ? null : <Fact name={t("asOf")}>{date(asOf)}</Fact>}
              <Fact name={t("hash")}>{dataset.hash.slice(0, 12)}</Fact>
            </>
          )}
          <Fact name={t("rule")}>{view.rule_words || t("noRule")}</Fact>
          <Fact name={t("positioning")}>
            {since === "" ? t("version", { n }) : t("versionSince", { n, since: date(since) })}
          </Fact>
        </dl>
      </Section>
      {open.length === 0 ? null : (
        <Section title={t("left")}>
          <ul className={styles.open}>
            {open.map((it) => (
              <li key={it.link}>
                <StateNode state={it.state} size={12} />
                <a href={hrefTo(it.link, record.id)}>{linkNames[it.link]}</a>
                <span className="sub">{linkWord(it)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd className="num">{props.children}</dd>
    </div>
  );
}
