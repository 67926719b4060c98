/** The values of a condition, asked in the way of its column: a list, a figure, a date, words. */
import { X } from "lucide-react";
import { Button } from "react-aria-components";

import { reads, useRead } from "../../api/queries";
import type { ColumnType, Scalar, ValueCount } from "../../api/types";
import { t } from "../../words/rule";
import { count, parseDate, parseNumber } from "../../words/figures";
import { Segmented } from "../Segmented";
import { type Option, Select } from "../Select";
import { arityOf } from "./operators";
import styles from "./Rule.module.css";
import type { ConditionNode } from "./tree";
import { ValueBox } from "./ValueBox";

export interface ValuesProps {
  dataset: string;
  type: ColumnType;
  /** Distinct values of the column, to tell a list from free text. */
  distinct: number;
  node: ConditionNode;
  onValues: (values: Scalar[]) => void;
}

/** Up to this many distinct values are offered as a list. */
const LISTED = 60;

export function Values(props: ValuesProps) {
  const { node, type } = props;
  const arity = arityOf(node.op);
  const isExact = node.op === "eq" || node.op === "ne" || arity === "many";
  const isListed = isExact && type === "text" && props.distinct <= LISTED;
  const isCounted = isListed || (isExact && type === "boolean");
  const known = useRead(reads.columnValues, isCounted ? [props.dataset, node.column] : null);
  if (arity === "none") return null;
  const values = node.values.map(String);
  if (type === "boolean") return <TrueOrFalse {...props} known={known.data?.values ?? []} />;
  const options = isListed
    ? optionsOf(known.data?.values ?? [], arity === "many" ? [] : values)
    : null;
  if (arity === "many") return <Several {...props} options={options} />;
  if (arity === "two") {
    const [from = "", to = ""] = values;
    return (
      <>
        <One {...props} label={t("from")} value={from} onSave={(value) => props.onValues([value, node.values[1] ?? ""])} />
        <span className={styles.op}>{t("and")}</span>
        <One {...props} label={t("to")} value={to} onSave={(value) => props.onValues([node.values[0] ?? "", value])} />
      </>
    );
  }
  if (options !== null) {
    return (
      <Select
        label={t("value")}
        placeholder={t("chooseValue")}
        options={options}
        value={values[0] ?? null}
        onChange={(value) => props.onValues([value])}
      />
    );
  }
  return (
    <>
      <One {...props} label={t("value")} value={values[0] ?? ""} onSave={(value) => props.onValues([value])} />
      {node.op === "within_last_days" ? <span className={styles.op}>{t("days")}</span> : null}
    </>
  );
}

function optionsOf(known: readonly { value: string; n: number }[], used: string[]): Option<string>[] {
  const listed = known.map(({ value, n }) => ({ id: value, name: value, note: count(n) }));
  const others = used.filter((value) => !known.some((it) => it.value === value));
  return [...listed, ...others.map((value) => ({ id: value, name: value }))];
}

function TrueOrFalse({ node, onValues, known }: ValuesProps & { known: readonly ValueCount[] }) {
  const [value] = node.values;
  const rowsWith = (id: string) => {
    const n = known.find((it) => it.value === id)?.n;
    return n === undefined ? {} : { note: count(n) };
  };
  return (
    <Segmented
      label={t("value")}
      options={[
        { id: "true", name: t("yes"), ...rowsWith("true") },
        { id: "false", name: t("no"), ...rowsWith("false") },
      ]}
      value={value === undefined ? null : String(value) === "true" ? "true" : "false"}
      onChange={(chosen) => onValues([chosen === "true"])}
    />
  );
}

interface OneProps extends ValuesProps {
  label: string;
  value: string;
  onSave: (value: Scalar) => void;
  clears?: boolean;
}

/** A single value, typed; read in the column's type. */
function One({ node, type, label, value, onSave, clears = false }: OneProps) {
  const isNumber = type === "integer" || type === "number" || node.op === "within_last_days";
  const isDate = !isNumber && (type === "date" || type === "datetime");
  const read = (text: string): string | null => {
    if (isNumber) return parseNumber(text)?.toString() ?? null;
    return isDate ? momentOf(text.trim(), type) : text;
  };
  return (
    <ValueBox
      key={`${node.op} ${clears ? node.values.length : ""}`}
      label={label}
      value={value}
      placeholder={isDate ? "2026-11-01" : isNumber ? "0" : clears ? t("addValue") : t("chooseValue")}
      read={read}
      numeric={isNumber}
      clears={clears}
      onSave={(text) => onSave(isNumber ? Number(text) : text)}
    />
  );
}

/** A date, or for a moment also a time after it. */
function momentOf(text: string, type: ColumnType): string | null {
  const day = parseDate(text);
  if (day !== null || type === "date") return day;
  return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/.test(text) ? text : null;
}

function Several(props: ValuesProps & { options: readonly Option<string>[] | null }) {
  const { node, onValues, options } = props;
  const left = options?.filter(({ id }) => !node.values.some((value) => String(value) === id));
  return (
    <>
      {node.values.map((value) => (
        <span key={String(value)} className={styles.chip}>
          {String(value)}
          <Button
            aria-label={t("removeValue", { value: String(value) })}
            onPress={() => onValues(node.values.filter((other) => other !== value))}
          >
            <X aria-hidden="true" />
          </Button>
        </span>
      ))}
      {left === undefined ? (
        <One
          {...props}
          clears
          label={t("addValue")}
          value=""
          onSave={(value) =>
            onValues([...node.values.filter((other) => other !== value), value])
          }
        />
      ) : left.length === 0 ? null : (
        <Select
          label={t("addValue")}
          placeholder={node.values.length === 0 ? t("chooseValue") : "+"}
          options={left}
          value={null}
          onChange={(value) => onValues([...node.values, value])}
        />
      )}
    </>
  );
}
