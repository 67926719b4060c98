/** The parts of the statement, written in place in the order in which it says them. */
import type { ReactNode } from "react";

import { useEdit, useSegmentEdit } from "../../api/edit";
import type { Book, Segment, StatementPart } from "../../api/types";
import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import { t } from "../../words/positioning";
import { differentiatorKinds, entries } from "../../words/vocabulary";
import { order, type TextPart } from "./parts";
import styles from "./Positioning.module.css";

export interface PartsProps {
  book: Book;
  record: Segment;
  onEditing: (part: StatementPart | null) => void;
}

export function Parts({ book, record, onEditing }: PartsProps) {
  const edit = useSegmentEdit(record.id);
  const editBook = useEdit();
  const { positioning } = record;
  const { offering } = book.chain;
  const { differentiator } = positioning;
  const watch = (part: StatementPart) => (focused: boolean) => onEditing(focused ? part : null);

  const text = (part: TextPart, aside?: ReactNode) => {
    const fallback = part === "category" && positioning.category === "" ? offering.category : "";
    return (
      <Field
        bar
        showLabel
        size="control"
        label={t(part)}
        record={record.id}
        field={part}
        question={fallback || t(`${part}Question`)}
        aside={fallback === "" ? aside : t("categoryFrom")}
        value={positioning[part]}
        onSave={(words) => edit({ positioning: { [part]: words } })}
        onFocusChange={watch(part)}
      />
    );
  };
  const field = (part: (typeof order)[number]) => {
    switch (part) {
      case "offering":
        return (
          <Field
            bar
            showLabel
            size="control"
            label={t("offering")}
            record="offering"
            field="name"
            question={t("offeringQuestion")}
            aside={book.chain.segments.length > 1 ? t("offeringAside") : null}
            value={offering.name}
            onSave={(name) => editBook({ offering: { name } })}
            onFocusChange={watch("offering")}
          />
        );
      case "differentiator":
        return (
          <Field
            bar
            showLabel
            size="control"
            label={t("differentiator")}
            record={record.id}
            field="differentiator"
            question={t("differentiatorQuestion")}
            aside={
              <Select
                look="bare"
                label={t("differentiatorKind")}
                placeholder={t("kindQuestion")}
                options={entries(differentiatorKinds)}
                value={differentiator.kind}
                onChange={(kind) => edit({ positioning: { differentiator: { kind } } })}
              />
            }
            value={differentiator.text}
            onSave={(words) => edit({ positioning: { differentiator: { text: words } } })}
            onFocusChange={watch("differentiator")}
          />
        );
      case "for_whom":
      case "problem":
      case "category":
      case "benefit":
      case "why_believe":
      case "why_now":
        return text(part);
    }
  };

  return (
    <section aria-label={t("parts")} className={styles.parts}>
      {order.map((part) => (
        <div key={part} data-writes={part} className={styles.part}>
          {field(part)}
        </div>
      ))}
      <div className={styles.part} data-apart>
        <Field
          bar
          showLabel
          size="control"
          label={t("tagline")}
          field="tagline"
          question={t("taglineQuestion")}
          aside={t("taglineAside")}
          value={positioning.tagline}
          onSave={(tagline) => edit({ positioning: { tagline } })}
        />
      </div>
    </section>
  );
}
