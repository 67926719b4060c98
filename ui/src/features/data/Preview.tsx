/** What a file would bring: first rows, types that can be changed, what is left out and why. */
import { type ReactNode, useEffect, useRef, useState } from "react";

import type {
  Book,
  ColumnProfile,
  ColumnType,
  DatasetView,
  DateOrder,
  Delimiter,
  ImportSettings,
  Preview as PreviewData,
  ReadSettings,
} from "../../api/types";
import { Button } from "../../components/Button";
import { CopyMenu } from "../../components/copy/CopyMenu";
import { Field } from "../../components/Field";
import { PageHead, Section } from "../../components/Page";
import { Segmented } from "../../components/Segmented";
import { Select } from "../../components/Select";
import { DateField } from "../../components/TypedField";
import { t } from "../../words/data";
import { count } from "../../words/figures";
import { columnTypes, entries } from "../../words/vocabulary";
import styles from "./Data.module.css";
import type { Said } from "./importing";

/** What the person says about the table; how it is read is kept beside it. */
export type Choices = Omit<ImportSettings, "read">;

export interface PreviewProps {
  book: Book;
  file: string;
  preview: PreviewData;
  read: ReadSettings;
  said: Said;
  onSay: (to: Partial<Said>) => void;
  /** A newer look at the file is on its way. */
  looking: boolean;
  onRead: (read: ReadSettings) => void;
  onCancel: () => void;
  onImport: (choices: Choices) => void;
  trouble: ReactNode;
  working: ReactNode;
}

/**
 * A table that replaces another is read as that one was: once for each dataset that its name
 * points at, so that a type which does not fit any more can be chosen anew.
 */
function useAsBefore(
  standing: DatasetView | undefined,
  read: ReadSettings,
  onRead: (read: ReadSettings) => void,
): void {
  const asked = useRef("");
  useEffect(() => {
    const wanted = standing?.id ?? "";
    if (asked.current === wanted) return;
    asked.current = wanted;
    const kept = standing?.kept ?? { types: {}, date_order: null, had: {} };
    if (JSON.stringify(kept) !== JSON.stringify(read.kept)) onRead({ ...read, kept });
  }, [standing, read, onRead]);
}

/** A dataset's id as the workbook makes it of a name, or of the file's when there is none. */
export function datasetId(name: string, file: string): string {
  const slug = (name.trim() === "" ? file : name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, 48)
    .replace(/-$/, "");
  return slug === "" ? "table" : slug;
}

export function Preview(props: PreviewProps) {
  const { outline, first } = props.preview;
  const { name, unit, asOf } = props.said;
  const named = name ?? outline.name;
  const dataset = datasetId(named, outline.name);
  const standing = props.book.datasets.find((it) => it.id === dataset && it.imported);
  const busy = props.looking || props.working !== null;
  useAsBefore(standing, props.read, props.onRead);
  const rows = count(outline.rows);

  return (
    <>
      <PageHead
        title={t("previewHead", {
          file: props.file,
          rows,
          columns: count(outline.columns.length),
        })}
        beside={props.looking ? <span className="sub">{t("reading")}</span> : null}
        actions={
          <>
            <Button look="quiet" isDisabled={props.working !== null} onPress={props.onCancel}>
              {t("cancel")}
            </Button>
            <Button
              look="main"
              isDisabled={busy || outline.rows === 0}
              onPress={() =>
                props.onImport({
                  name: named,
                  unit: unit ?? outline.unit ?? "",
                  as_of: asOf,
                  replace: standing !== undefined,
                })
              }
            >
              {standing === undefined
                ? t("import", { rows })
                : t("replace", { dataset: standing.id })}
            </Button>
          </>
        }
      />
      {props.working}
      {props.trouble}
      <div className={styles.split}>
        <Section
          title={t("firstRows")}
          note={t("firstRowsNote")}
          aside={
            <CopyMenu
              what={t("firstRows")}
              table={() => ({ heads: outline.columns.map((it) => it.name), rows: [...first] })}
            />
          }
        >
          <FirstRows
            columns={outline.columns}
            first={first}
            onType={(column, type) =>
              props.onRead({ ...props.read, types: { ...props.read.types, [column]: type } })
            }
          />
        </Section>
        <aside className={styles.side} aria-label={t("about")}>
          <Section title={t("howToRead")}>
            <dl className={styles.facts}>
              <Fact name={t("datasetName")}>
                <Field
                  label={t("datasetName")}
                  size="control"
                  oneLine
                  question={t("datasetNameQuestion")}
                  value={named}
                  onSave={(text) => props.onSay({ name: text })}
                />
              </Fact>
              <Fact name={t("unit")}>
                <Field
                  label={t("unit")}
                  size="control"
                  oneLine
                  question={t("unitQuestion")}
                  value={unit ?? outline.unit ?? ""}
                  onSave={(text) => props.onSay({ unit: text })}
                />
              </Fact>
              <Fact name={t("key")}>
                <Select
                  label={t("key")}
                  placeholder={t("keyNone")}
                  options={outline.columns.map((it) => ({
                    id: it.name,
                    name: it.name,
                    note: t("distinct", { n: count(it.distinct) }),
                  }))}
                  value={props.read.key ?? outline.key}
                  onChange={(key) => props.onRead({ ...props.read, key })}
                />
              </Fact>
              <Fact name={t("asOf")}>
                <DateField
                  label={t("asOf")}
                  question={t("asOfQuestion")}
                  value={asOf}
                  onSave={(iso) => props.onSay({ asOf: iso })}
                />
              </Fact>
              <Fact name={t("delimiter")}>
                <Select<Delimiter>
                  label={t("delimiter")}
                  options={(["comma", "semicolon", "tab", "pipe"] as const).map((id) => ({
                    id,
                    name: t(id),
                  }))}
                  value={props.read.delimiter ?? outline.delimiter}
                  onChange={(delimiter) => props.onRead({ ...props.read, delimiter })}
                />
              </Fact>
              {outline.notes.some((note) => note.kind === "date_order") || props.read.date_order ? (
                <Fact name={t("dateOrder")}>
                  <Segmented<DateOrder>
                    label={t("dateOrder")}
                    options={[
                      { id: "day_first", name: t("dayFirst") },
                      { id: "month_first", name: t("monthFirst") },
                    ]}
                    value={props.read.date_order}
                    onChange={(order) => props.onRead({ ...props.read, date_order: order })}
                  />
                </Fact>
              ) : null}
              <Fact name={t("encoding")}>{outline.encoding}</Fact>
            </dl>
            {standing === undefined ? null : (
              <p className={styles.said}>
                {t("replaces", { dataset: standing.id, rows: count(standing.rows) })}
              </p>
            )}
          </Section>
          <Rejected preview={props.preview} />
          {outline.notes.length === 0 ? null : (
            <Section title={t("notesHead")}>
              <ul className={styles.lines}>
                {outline.notes.map((note) => (
                  <li key={`${note.kind} ${note.column ?? ""}`}>{note.words}</li>
                ))}
              </ul>
            </Section>
          )}
        </aside>
      </div>
    </>
  );
}

export function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Lines shown of those that are left out. */
const SHOWN_REJECTED = 8;

function Rejected({ preview }: { preview: PreviewData }) {
  const { rejected } = preview.outline;
  const more = rejected.length - SHOWN_REJECTED;
  return (
    <Section title={t("rejectedHead")}>
      <p className={styles.said}>
        {rejected.length === 0 ? t("rejectedNone") : t("rejected", { n: count(rejected.length) })}
      </p>
      <ul className={styles.lines}>
        {rejected.slice(0, SHOWN_REJECTED).map((it) => (
          <li key={it.line} className={styles.rejected}>
            <span className="num muted">{t("line", { line: count(it.line) })}</span>
            {it.why}
          </li>
        ))}
        {more > 0 ? <li className="muted">{t("rejectedMore", { n: count(more) })}</li> : null}
      </ul>
    </Section>
  );
}

/** Columns drawn at first: a table of thousands would take the window's breath. */
const SHOWN_COLUMNS = 40;

function FirstRows(props: {
  columns: readonly ColumnProfile[];
  first: readonly string[][];
  onType: (column: string, type: ColumnType) => void;
}) {
  const [all, setAll] = useState(false);
  const columns = all ? props.columns : props.columns.slice(0, SHOWN_COLUMNS);
  const more = props.columns.length - columns.length;
  return (
    <>
      {/* What scrolls sideways must be reachable by keyboard. */}
      {/* oxlint-disable-next-line no-noninteractive-tabindex */}
      <div className={styles.scroller} role="group" aria-label={t("firstRowsTable")} tabIndex={0}>
        <table className={styles.rows}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" data-numeric={isNumeric(column)}>
                  <b>{column.name}</b>
                  <Select<ColumnType>
                    label={t("columnType", { column: column.name })}
                    options={entries(columnTypes)}
                    value={column.type}
                    onChange={(type) => props.onType(column.name, type)}
                  />
                  <small>
                    {column.blank === 0 ? t("noBlanks") : t("blanks", { n: count(column.blank) })}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered(props.first).map(({ line, row }) => (
              <tr key={line}>
                {columns.map((column, at) => (
                  <td key={column.name} data-numeric={isNumeric(column)} title={row[at]}>
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 ? (
        <Button small onPress={() => setAll(true)}>
          {t("moreColumns", { n: count(more) })}
        </Button>
      ) : null}
    </>
  );
}

function numbered(first: readonly string[][]): { line: number; row: string[] }[] {
  return first.map((row, index) => ({ line: index + 2, row }));
}

function isNumeric(column: ColumnProfile): boolean {
  return column.type === "integer" || column.type === "number";
}
