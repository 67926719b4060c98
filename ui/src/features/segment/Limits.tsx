/** How they are reached, for whom it is and is not, and what the segment changes. */
import { useSegmentEdit } from "../../api/edit";
import type { Segment } from "../../api/types";
import { Lines } from "../../components/Lines";
import { ToggleTags } from "../../components/Segmented";
import { t } from "../../words/segment";
import { actions, entries, purposes, segmentKinds } from "../../words/vocabulary";
import styles from "./Segment.module.css";

export function Limits({ record }: { record: Segment }) {
  const edit = useSegmentEdit(record.id);
  return (
    <aside className={styles.limits} aria-label={t("about")}>
      <h2 className="h2">{t("reach")}</h2>
      <Lines
        label={t("reach")}
        field="reach"
        question={t("reachQuestion")}
        values={record.reach}
        onChange={(reach) => edit({ reach })}
      />
      <h2 className="h2">{t("for")}</h2>
      <Lines
        label={t("for")}
        record={record.id}
        field="for"
        question={t("forQuestion")}
        values={record.for}
        onChange={(lines) => edit({ for: lines })}
      />
      <h2 className="h2">{t("notFor")}</h2>
      <Lines
        label={t("notFor")}
        field="not_for"
        question={t("notForQuestion")}
        values={record.not_for}
        onChange={(lines) => edit({ not_for: lines })}
      />
      <h2 className="h2">{t("changes")}</h2>
      <ToggleTags
        label={t("changes")}
        field="actions"
        options={entries(actions)}
        value={record.actions}
        onChange={(chosen) => edit({ actions: chosen })}
      />
      <h2 className="h2">{t("purpose")}</h2>
      <ToggleTags
        label={t("purpose")}
        field="purpose"
        options={entries(purposes)}
        value={record.purpose}
        onChange={(chosen) => edit({ purpose: chosen })}
      />
      <h2 className="h2">{t("kinds")}</h2>
      <ToggleTags
        label={t("kinds")}
        field="kinds"
        options={entries(segmentKinds)}
        value={record.kinds}
        onChange={(chosen) => edit({ kinds: chosen })}
      />
    </aside>
  );
}
