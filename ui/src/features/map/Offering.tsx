/** What the whole workbook is about: the offering's name, category and one sentence, in place. */
import { useEdit } from "../../api/edit";
import type { Offering } from "../../api/types";
import { Field } from "../../components/Field";
import { t } from "../../words/map";
import styles from "./Offering.module.css";

export function OfferingLine({ offering }: { offering: Offering }) {
  const edit = useEdit();
  return (
    <section className={styles.offering} aria-label={t("offering")}>
      <Field
        record="offering"
        field="name"
        label={t("offeringName")}
        question={t("offeringNameQuestion")}
        size="name"
        oneLine
        value={offering.name}
        onSave={(name) => edit({ offering: { name: name.trim() } })}
      />
      <Field
        record="offering"
        field="category"
        label={t("offeringCategory")}
        question={t("offeringCategoryQuestion")}
        size="control"
        oneLine
        value={offering.category}
        onSave={(category) => edit({ offering: { category: category.trim() } })}
      />
      <Field
        record="offering"
        field="summary"
        label={t("offeringSummary")}
        question={t("offeringSummaryQuestion")}
        size="control"
        oneLine
        value={offering.summary}
        onSave={(summary) => edit({ offering: { summary: summary.trim() } })}
      />
    </section>
  );
}
