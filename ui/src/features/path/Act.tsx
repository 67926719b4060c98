/** Step 5: what is done differently for them. */
import { useSegmentEdit } from "../../api/edit";
import type { InView } from "../../app/places";
import { hrefTo } from "../../app/route";
import { Section } from "../../components/Page";
import { ToggleTags } from "../../components/Segmented";
import { t } from "../../words/path";
import { actions, entries } from "../../words/vocabulary";
import { Asked } from "./Asked";
import styles from "./Path.module.css";

export function Act({ segment: { record } }: { segment: InView }) {
  const edit = useSegmentEdit(record.id);
  return (
    <>
      <Asked ask={t("actAsk")} why={t("actWhy")} />
      <Section title={t("changes")}>
        <ToggleTags
          label={t("changes")}
          options={entries(actions)}
          value={record.actions}
          onChange={(chosen) => edit({ actions: chosen })}
        />
        {record.actions.length === 0 ? <p className={styles.note}>{t("retire")}</p> : null}
        <p className={styles.ways}>
          <a className={styles.way} href={hrefTo("positioning", record.id)}>
            {t("toPositioning")}
          </a>
          <a className={styles.way} href={hrefTo("journey", record.id)}>
            {t("toJourney")}
          </a>
        </p>
      </Section>
    </>
  );
}
