/** Step 6: when it is looked at again. */
import { useSegmentEdit } from "../../api/edit";
import type { InView } from "../../app/places";
import { Section } from "../../components/Page";
import { DateField } from "../../components/TypedField";
import { t } from "../../words/path";
import { Asked } from "./Asked";
import styles from "./Path.module.css";

export function Review({ segment: { record, view } }: { segment: InView }) {
  const edit = useSegmentEdit(record.id);
  const isOverdue = view.path.some((it) => it.lacks.includes("overdue"));
  const sound = view.links.filter((it) => it.state === "sound").length;
  return (
    <>
      <Asked ask={t("reviewAsk")} why={t("reviewWhy")} />
      <Section title={t("reviewOn")}>
        <div className={styles.date}>
          <DateField
            label={t("reviewOn")}
            question={t("reviewQuestion")}
            size="writing"
            value={record.review_on}
            onSave={(review_on) => edit({ review_on })}
          />
        </div>
        {isOverdue ? <p className={styles.late}>{t("overdue")}</p> : null}
      </Section>
      <Section title={t("confirmed")}>
        <p className={styles.note}>{t("confirmedOf", { n: sound })}</p>
      </Section>
    </>
  );
}
