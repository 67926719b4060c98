/** What differs between two points of the history: counts, then each record before and after. */
import type { Detail, BookDifference, FieldChange, TableChange } from "../../api/types";
import { cx } from "../../components/classes";
import { kindName, ofKind, t } from "../../words/history";
import styles from "./History.module.css";

export function Records({ difference }: { difference: BookDifference }) {
  const { records, tables, more } = difference;
  return (
    <>
      {records.length + tables.length > 1 ? (
        <p className={styles.counts}>{countsOf(difference)}</p>
      ) : null}
      {difference.order_only ? <p className={styles.counts}>{t("orderOnly")}</p> : null}
      {difference.moved === "" ? null : <p className={styles.counts}>{difference.moved}.</p>}
      <ul className={styles.records}>
        {tables.map((table) => (
          <li key={`table ${table.dataset}`}>
            <p className={styles.record}>
              <span className={styles.kind}>{kindName("dataset")}</span>
              <b>{table.dataset}</b>
            </p>
            <Words before={rowsBefore(table)} after={rowsAfter(table)} />
          </li>
        ))}
        {records.map((record) => (
          <li key={`${record.change.kind} ${record.change.id}`}>
            <Heading {...record} />
            {record.fields.map((field) => (
              <Field key={field.field} field={field} action={record.change.action} />
            ))}
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p className="sub">{t("more", { n: more })}</p>}
    </>
  );
}

/** As "1 segment removed · 4 payoffs changed". */
function countsOf({ counts, tables }: BookDifference): string {
  const parts = counts.flatMap((it) => [
    it.removed > 0 ? t("removedOf", { what: ofKind(it.removed, it.kind) }) : null,
    it.changed > 0 ? t("changedOf", { what: ofKind(it.changed, it.kind) }) : null,
    it.created > 0 ? t("createdOf", { what: ofKind(it.created, it.kind) }) : null,
  ]);
  const rows = tables.length > 0 ? [t("changedOf", { what: ofKind(tables.length, "dataset") })] : [];
  return [...rows, ...parts.filter((it) => it !== null)].join(" · ");
}

function Heading({ change }: Detail) {
  return (
    <p className={styles.record}>
      <span className={styles.kind}>{kindName(change.kind)}</span>
      {change.title === "" ? null : <b>{change.title}</b>}
      {change.within === "" ? null : <span className="sub">{t("inside", { of: change.within })}</span>}
      {change.action === "changed" ? null : (
        <span className="sub">{t(change.action === "created" ? "added" : "removed")}</span>
      )}
    </p>
  );
}

/** Fields that only repeat what stands above them. */
const REPEATED = new Set(["segment", "name", "question", "text", "number"]);

function Field({ field, action }: { field: FieldChange; action: Detail["change"]["action"] }) {
  // Of a record that came or went, its name and home are said already.
  const shorter = action !== "changed" && REPEATED.has(field.field);
  const words = field.before || field.after;
  if (shorter && words.length <= 48) return null;
  return (
    <div className={styles.field}>
      <span className={styles.fieldName}>{field.field}</span>
      <Words before={field.before} after={field.after} />
    </div>
  );
}

function Words({ before, after }: { before: string; after: string }) {
  return (
    <p className={cx(styles.words, "soft")}>
      {before === "" ? null : <del>{before}</del>}
      {after === "" ? null : <ins>{after}</ins>}
    </p>
  );
}

function rowsBefore(table: TableChange): string {
  return said(table.rows_before, table.source_before);
}

function rowsAfter(table: TableChange): string {
  return said(table.rows_after, table.source_after);
}

function said(rows: number | null, file: string): string {
  return rows === null ? t("noRows") : t("ofFile", { rows: t("rows", { n: rows }), file });
}
