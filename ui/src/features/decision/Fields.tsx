/** A decision's own fields, written in place; the decision page and the guided path share them. */
import { useState } from "react";

import { useEdit } from "../../api/edit";
import { newId } from "../../api/ids";
import type { Book, Decision, Segment } from "../../api/types";
import { Field } from "../../components/Field";
import { Lines } from "../../components/Lines";
import { Section } from "../../components/Page";
import { DateField } from "../../components/TypedField";
import { t } from "../../words/decision";
import styles from "./Decision.module.css";

export type DecisionChange = Partial<Omit<Decision, "id">>;

/** The decision that a segment serves, or the one that writing here would begin. */
export function useServed(book: Book, record: Segment) {
  const edit = useEdit();
  // It is a record once it says something.
  const [fresh, setFresh] = useState(() => newId("decision"));
  const attached = book.chain.decisions.find((it) => it.id === record.decision);
  const decision: Decision = attached ?? {
    id: fresh,
    question: "",
    options: [],
    owner: "",
    due: "",
    dimensions: [],
  };
  const save = (change: DecisionChange) => {
    if (attached !== undefined) {
      edit({ decisions: [{ id: attached.id, ...change }] });
    } else if (Object.values(change).some((it) => it.length > 0)) {
      edit({
        decisions: [{ id: fresh, ...change }],
        segments: [{ id: record.id, decision: fresh }],
      });
    }
  };
  return { attached, decision, save, renew: () => setFresh(newId("decision")) };
}

export function DecisionFields(props: {
  decision: Decision;
  onSave: (change: DecisionChange) => void;
}) {
  const { decision, onSave } = props;
  return (
    <>
      <Section title={t("question")}>
        <div className={styles.question}>
          <Field
            label={t("question")}
            field="question"
            question={t("questionAsk")}
            size="heading"
            oneLine
            value={decision.question}
            onSave={(question) => onSave({ question })}
          />
        </div>
      </Section>
      <Section title={t("options")} note={t("optionsNote")}>
        <Lines
          label={t("option")}
          field="options"
          question={t("optionQuestion")}
          values={decision.options}
          onChange={(options) => onSave({ options })}
        />
      </Section>
      <Section title={t("ownerDue")}>
        <div className={styles.ownerDue}>
          <Field
            showLabel
            label={t("owner")}
            field="owner"
            question={t("ownerQuestion")}
            oneLine
            value={decision.owner}
            onSave={(owner) => onSave({ owner })}
          />
          <DateField
            showLabel
            size="writing"
            label={t("due")}
            field="due"
            question={t("dueQuestion")}
            value={decision.due}
            onSave={(due) => onSave({ due })}
          />
        </div>
      </Section>
    </>
  );
}
