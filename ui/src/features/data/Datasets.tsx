/** The tables that are in the workbook, with what is known of each column. */
import { useEdit } from "../../api/edit";
import type { Book, Column, DatasetView } from "../../api/types";
import { useNewSegment } from "../../app/Chooser";
import { Empty } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { copyOf } from "../../components/copy/columns";
import { CopyMenu } from "../../components/copy/CopyMenu";
import { Field } from "../../components/Field";
import { PageHead, Section, Table, type TableColumn } from "../../components/Page";
import { Select } from "../../components/Select";
import { DateField } from "../../components/TypedField";
import { t } from "../../words/data";
import { count, date, percent, plural } from "../../words/figures";
import { columnTypes } from "../../words/vocabulary";
import styles from "./Data.module.css";
import { Metrics } from "./Metrics";
import { Fact } from "./Preview";

export function Datasets({ book, onImport }: { book: Book; onImport: () => void }) {
  const newSegment = useNewSegment(book);
  const imported = book.datasets.filter((it) => it.imported);
  const hasNone = book.datasets.length === 0;
  return (
    <>
      <PageHead
        title={hasNone ? t("noneHead") : headOf(book, imported)}
        actions={
          hasNone ? null : <Button onPress={onImport}>{t("another")}</Button>
        }
      />
      {hasNone ? (
        <div className={styles.padded}>
          <Empty
            title={t("noneTitle")}
            action={
              <Button look="main" onPress={onImport}>
                {t("choose")}
              </Button>
            }
          >
            {t("noneAdvice")}
          </Empty>
          {book.chain.segments.length > 0 ? null : (
            <Empty
              title={t("withoutTitle")}
              action={<Button onPress={newSegment}>{t("without")}</Button>}
            >
              {t("withoutAdvice")}
            </Empty>
          )}
        </div>
      ) : null}
      {imported.length > 0 && book.chain.segments.length === 0 ? (
        <div className={styles.next}>
          <Empty
            title={t("nextTitle")}
            action={
              <Button look="main" onPress={newSegment}>
                {t("newSegment")}
              </Button>
            }
          >
            {t("nextAdvice")}
          </Empty>
        </div>
      ) : null}
      <Metrics book={book} />
      {book.datasets.map((dataset) => (
        <Dataset key={dataset.id} book={book} dataset={dataset} />
      ))}
    </>
  );
}

function headOf(book: Book, imported: readonly DatasetView[]): string {
  const [only] = imported;
  if (imported.length !== 1 || only === undefined) return t("head", { n: imported.length });
  return t("rowsHead", { dataset: only.id, rows: count(only.rows), unit: unitOf(book, only) });
}

function unitOf(book: Book, dataset: DatasetView): string {
  const unit = book.chain.datasets.find((it) => it.id === dataset.id)?.unit ?? "";
  return plural(unit === "" ? "row" : unit, dataset.rows);
}

function Dataset({ book, dataset }: { book: Book; dataset: DatasetView }) {
  const edit = useEdit();
  const record = book.chain.datasets.find((it) => it.id === dataset.id);
  if (record === undefined) return null;
  const save = (change: Partial<Omit<typeof record, "id">>) =>
    edit({ datasets: [{ id: record.id, ...change }] });
  if (!dataset.imported) {
    return (
      <div data-record={record.id}>
        <Section title={dataset.id}>
          <Empty title={t("notImported")}>{t("notImportedAdvice")}</Empty>
        </Section>
      </div>
    );
  }
  const columns = columnsOf(dataset);
  return (
    <div className={styles.split} data-record={record.id}>
      <Section
        title={dataset.id}
        note={t("columns", { n: dataset.columns.length })}
        aside={<CopyMenu what={dataset.id} table={() => copyOf(columns, dataset.columns)} />}
      >
        <Table
          label={dataset.id}
          dense
          rowHeaders
          rows={dataset.columns}
          keyOf={(it) => it.name}
          columns={columns}
        />
      </Section>
      <aside className={styles.side} aria-label={t("aboutTable", { name: dataset.id })}>
        <Section title={t("about")}>
          <dl className={styles.facts}>
            <Fact name={t("unit")}>
              <Field
                label={t("unit")}
                field="unit"
                size="control"
                oneLine
                question={t("unitQuestion")}
                value={record.unit}
                onSave={(unit) => save({ unit: unit.trim() })}
              />
            </Fact>
            <Fact name={t("asOf")}>
              <DateField
                label={t("asOf")}
                field="as_of"
                question={t("asOfQuestion")}
                value={record.as_of}
                onSave={(as_of) => save({ as_of })}
              />
            </Fact>
            <Fact name={t("key")}>
              <Select
                label={t("key")}
                placeholder={t("keyNone")}
                options={dataset.columns.map(({ name }) => ({ id: name, name }))}
                value={record.key === "" ? null : record.key}
                onChange={(key) => save({ key })}
              />
            </Fact>
            <Fact name={t("weight")}>
              <Select
                label={t("weight")}
                options={[
                  { id: "", name: t("weightNone") },
                  ...dataset.columns
                    .filter(({ type }) => type === "integer" || type === "number")
                    .map(({ name }) => ({ id: name, name: t("weightOf", { column: name }) })),
                ]}
                value={record.weight}
                onChange={(weight) => save({ weight })}
              />
            </Fact>
            <Fact name={t("source")}>{dataset.source}</Fact>
            <Fact name={t("imported")}>{date(dataset.imported_at)}</Fact>
            <Fact name={t("leftOut")}>{count(dataset.rejected)}</Fact>
            <Fact name={t("hash")}>{dataset.hash.slice(0, 12)}</Fact>
          </dl>
        </Section>
      </aside>
    </div>
  );
}

function columnsOf({ rows }: DatasetView): TableColumn<Column>[] {
  return [
    {
      id: "name",
      name: t("column"),
      text: (it) => it.name,
      cell: (it) => <span data-field={`columns/${it.name}`}>{it.name}</span>,
    },
    {
      id: "type",
      name: t("type"),
      text: (it) => columnTypes[it.type],
      cell: (it) => columnTypes[it.type],
    },
    {
      id: "blank",
      name: t("blank"),
      text: (it) => it.blank,
      numeric: true,
      cell: (it) => (
        <>
          {count(it.blank)}{" "}
          <span className="sub">{it.blank === 0 ? null : percent(it.blank / (rows || 1))}</span>
        </>
      ),
    },
    {
      id: "distinct",
      name: t("distinctHead"),
      text: (it) => it.distinct,
      numeric: true,
      cell: (it) => count(it.distinct),
    },
  ];
}
