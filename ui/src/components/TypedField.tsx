/** Fields in place for a date and for a number: what cannot be read stays and says so. */
import { useId, useState } from "react";

import { t } from "../words/components";
import { date, parseDate, parseNumber, plain } from "../words/figures";
import { Field, type FieldProps } from "./Field";
import styles from "./TypedField.module.css";

type Shared = Pick<
  FieldProps,
  "label" | "question" | "record" | "field" | "showLabel" | "aside" | "size"
>;

export interface DateFieldProps extends Shared {
  /** An ISO date, or empty. */
  value: string;
  onSave: (iso: string) => void;
}

export function DateField({ value, onSave, ...shared }: DateFieldProps) {
  return (
    <ParsedField
      {...shared}
      value={date(value)}
      problemOf={(text) => (text === "" || parseDate(text) !== null ? null : t("notADate"))}
      onSave={(text) => onSave(text === "" ? "" : (parseDate(text) ?? ""))}
    />
  );
}

export interface NumberFieldProps extends Shared {
  value: number | null;
  /** Null when the field was emptied. */
  onSave: (value: number | null) => void;
  least?: number;
  most?: number;
}

export function NumberField({ value, onSave, least, most, ...shared }: NumberFieldProps) {
  const problemOf = (text: string): string | null => {
    if (text === "") return null;
    const read = parseNumber(text);
    if (read === null) return t("notANumber");
    const isOut = read < (least ?? -Infinity) || read > (most ?? Infinity);
    if (!isOut) return null;
    return t("outOf", { least: plain(least ?? 0), most: most === undefined ? "…" : plain(most) });
  };
  return (
    <ParsedField
      {...shared}
      value={value === null ? "" : plain(value)}
      problemOf={problemOf}
      onSave={(text) => onSave(text === "" ? null : parseNumber(text))}
    />
  );
}

interface ParsedFieldProps extends Shared {
  value: string;
  /** What is wrong with a text; null when nothing is. */
  problemOf: (text: string) => string | null;
  onSave: (text: string) => void;
}

/** Saves only what can be read. Anything else stays in the field until it is put right. */
function ParsedField({ value, problemOf, onSave, ...shared }: ParsedFieldProps) {
  const id = useId();
  const [rejected, setRejected] = useState<{ text: string; why: string } | null>(null);
  return (
    <div>
      <Field
        {...shared}
        size={shared.size ?? "control"}
        oneLine
        whole
        value={rejected?.text ?? value}
        describedBy={id}
        onSave={(text) => {
          const why = problemOf(text.trim());
          setRejected(why === null ? null : { text, why });
          if (why === null) onSave(text.trim());
        }}
      />
      <p id={id} role="status" className={styles.problem}>
        {rejected?.why}
      </p>
    </div>
  );
}
