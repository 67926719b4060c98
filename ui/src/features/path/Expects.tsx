/** What is expected, written before there is data and kept beside what is measured later. */
import { useSegmentEdit } from "../../api/edit";
import type { InView } from "../../app/places";
import { Field } from "../../components/Field";
import { Section } from "../../components/Page";
import { t } from "../../words/path";

export function Expects({ segment }: { segment: InView }) {
  const edit = useSegmentEdit(segment.record.id);
  return (
    <Section title={t("expects")} note={t("expectsKept")}>
      <Field
        label={t("expects")}
        question={t("expectsQuestion")}
        record={segment.record.id}
        field="expects"
        value={segment.record.expects}
        onSave={(expects) => edit({ expects })}
      />
    </Section>
  );
}
