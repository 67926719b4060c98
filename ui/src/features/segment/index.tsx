/** Segment: who decides differently, by rule or in a sentence, and how they are reached. */
import { restsOn, ruleOf } from "../../api/chain";
import { useSegmentEdit } from "../../api/edit";
import type { InView, Place, PlaceProps } from "../../app/places";
import { hrefTo } from "../../app/route";
import { Empty } from "../../components/Blocks";
import { Field } from "../../components/Field";
import { PageHead } from "../../components/Page";
import { RuleBuilder, RuleHead } from "../../components/rule/RuleBuilder";
import { Select } from "../../components/Select";
import { t } from "../../words/segment";
import { Standing } from "../standing/Standing";
import { Deciding } from "./Deciding";
import { HeadActions, HeadBeside } from "./Head";
import { HealthRow } from "./Health";
import { Limits } from "./Limits";
import styles from "./Segment.module.css";
import { Size } from "./Size";

function SegmentPage({ book, segment }: PlaceProps) {
  if (segment === null) return null;
  return (
    <>
      <PageHead
        title={<NameField segment={segment} />}
        beside={<HeadBeside book={book} segment={segment} />}
        actions={
          <>
            <Standing book={book} view={segment.view} link="segment" />
            <HeadActions segment={segment} />
          </>
        }
      />
      <HealthRow book={book} segment={segment} />
      <div className={styles.page} data-record={segment.record.id}>
        <Belonging book={book} segment={segment} />
        <Size book={book} segment={segment} />
        <Deciding book={book} record={segment.record} />
        <Limits record={segment.record} />
      </div>
    </>
  );
}

function NameField({ segment }: { segment: InView }) {
  const edit = useSegmentEdit(segment.record.id);
  return (
    <Field
      label={t("nameLabel")}
      record={segment.record.id}
      field="name"
      question={t("nameQuestion")}
      size="heading"
      oneLine
      autoFocus={segment.record.name === ""}
      value={segment.record.name}
      onSave={(name) => edit({ name: name.trim() })}
    />
  );
}

function Belonging({ book, segment }: { book: PlaceProps["book"]; segment: InView }) {
  const { record, view } = segment;
  const edit = useSegmentEdit(record.id);
  const imported = book.datasets.filter((it) => it.imported);
  const dataset = imported.find((it) => it.id === record.dataset);
  const others = book.chain.segments
    .filter((it) => it.dataset === record.dataset && ruleOf(it) !== null)
    // Rules that named each other in a circle would have no meaning.
    .filter((it) => !restsOn(book.chain.segments, it.id, record.id))
    .map((it) => ({ id: it.id, name: it.name || it.id }));
  const picker = (
    <Select
      label={t("dataset")}
      options={imported.map(({ id }) => ({ id, name: id }))}
      value={dataset?.id ?? null}
      onChange={(id) => edit({ dataset: id })}
    />
  );

  return (
    <section className={styles.belonging} aria-label={t("whoBelongs")} data-field="rule">
      {imported.length === 0 ? (
        <h2 className="h2">{t("whoBelongs")}</h2>
      ) : (
        <>
          <RuleHead title={t("whoBelongs")} />
          {dataset === undefined ? (
            <p className={styles.pick}>{picker}</p>
          ) : (
            <RuleBuilder
              dataset={dataset}
              rule={ruleOf(record)}
              others={others}
              whole={picker}
              onChange={(rule) => edit({ rule: rule ?? {} })}
            />
          )}
        </>
      )}
      <div className={styles.sentence}>
        <Field
          label={t("described")}
          record={record.id}
          field="described"
          showLabel
          question={t("describedQuestion")}
          value={record.described}
          onSave={(described) => edit({ described })}
        />
      </div>
      {view.rule_words === "" ? null : (
        <div className={styles.sentence}>
          <p className="sub">{t("ruleWords")}</p>
          <p className={styles.words}>{view.rule_words}</p>
        </div>
      )}
      {imported.length > 0 ? null : (
        <Empty
          title={t("noTableTitle")}
          action={
            <a className={styles.way} href={hrefTo("data")}>
              {t("toData")}
            </a>
          }
        >
          {t("noTable")}
        </Empty>
      )}
    </section>
  );
}

export const place: Place = { id: "segment", link: "segment", Page: SegmentPage };
