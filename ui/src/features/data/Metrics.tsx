/** What segments are compared on: shares, means, and counts that were typed in by hand. */
import { Plus, X } from "lucide-react";
import { useState } from "react";

import { formulaOf } from "../../api/chain";
import { useEdit } from "../../api/edit";
import { newId } from "../../api/ids";
import { reads, useRead } from "../../api/queries";
import type { Book, Count, DatasetView, Formula, Metric, Patch, Rule } from "../../api/types";
import { Empty } from "../../components/Blocks";
import { Button, IconButton } from "../../components/Button";
import { Field } from "../../components/Field";
import { Menu, type MenuEntry } from "../../components/Menu";
import { Section, Table } from "../../components/Page";
import { OneCondition, onlyCondition } from "../../components/rule/OneCondition";
import { Select } from "../../components/Select";
import { useSent } from "../../components/sent";
import { NumberField } from "../../components/TypedField";
import { t } from "../../words/data";
import { betters, entries, stages } from "../../words/vocabulary";
import styles from "./Data.module.css";

type MetricPatch = Omit<NonNullable<Patch["metrics"]>[number], "id">;

export function Metrics({ book }: { book: Book }) {
  const edit = useEdit();
  const { metrics } = book.chain;
  const imported = book.datasets.filter((it) => it.imported);
  const add = (metric: MetricPatch) => edit({ metrics: [{ id: newId("metric"), ...metric }] });
  if (imported.length === 0 && book.chain.segments.length === 0 && metrics.length === 0) return null;

  return (
    <Section
      title={t("metricsTitle")}
      note={t("metricsNote")}
      aside={
        <Menu label={t("addMetricMenu")} entries={waysToAdd(imported, add)}>
          <Button small>
            <Plus aria-hidden="true" />
            {t("addMetric")}
          </Button>
        </Menu>
      }
    >
      {metrics.length === 0 ? (
        <Empty title={t("metricsNoneTitle")}>{t("metricsNone")}</Empty>
      ) : (
        <Table
          label={t("metricsTitle")}
          rows={metrics}
          keyOf={(it) => it.id}
          columns={columnsFor(book, edit)}
        />
      )}
    </Section>
  );
}

function waysToAdd(
  imported: readonly DatasetView[],
  add: (metric: MetricPatch) => void,
): MenuEntry[] {
  const [first] = imported;
  const withNumbers = imported.find((it) => firstNumber(it) !== undefined);
  const number = withNumbers === undefined ? undefined : firstNumber(withNumbers);
  return [
    {
      id: "rate",
      name: t("addRate"),
      disabled: first === undefined,
      run: () => add({ name: "", dataset: first?.id ?? "", threshold: 0.02 }),
    },
    {
      id: "mean",
      name: t("addMean"),
      disabled: number === undefined,
      run: () =>
        add({
          name: number?.name ?? "",
          dataset: withNumbers?.id ?? "",
          formula: { mean: number?.name ?? "" },
        }),
    },
    {
      id: "counts",
      name: t("addCounts"),
      run: () => add({ name: "", threshold: 0.02, formula: { counts: [] } }),
    },
  ];
}

function firstNumber(dataset: DatasetView) {
  return dataset.columns.find(
    (it) => (it.type === "number" || it.type === "integer") && it.distinct > 2,
  );
}

function columnsFor(book: Book, edit: (patch: Patch) => void) {
  const save = (metric: Metric, change: MetricPatch) =>
    edit({ metrics: [{ id: metric.id, ...change }] });
  return [
    {
      id: "name",
      name: t("metric"),
      width: "20%",
      cell: (it: Metric) => (
        <Field
          label={t("metric")}
          record={it.id}
          field="name"
          question={t("metricQuestion")}
          size="control"
          oneLine
          value={it.name}
          onSave={(name) => save(it, { name })}
        />
      ),
    },
    {
      id: "formula",
      name: t("formula"),
      cell: (it: Metric) => (
        <FormulaCell book={book} metric={it} onChange={(formula) => save(it, { formula })} />
      ),
    },
    {
      id: "better",
      name: t("better"),
      cell: (it: Metric) => (
        <Select
          label={t("better")}
          options={entries(betters)}
          value={it.better}
          onChange={(better) => save(it, { better })}
        />
      ),
    },
    {
      id: "stage",
      name: t("stage"),
      cell: (it: Metric) => <StageCell book={book} metric={it} onChange={(to) => save(it, to)} />,
    },
    {
      id: "threshold",
      name: t("threshold"),
      width: "120px",
      cell: (it: Metric) => {
        const isMean = "mean" in it.formula;
        return (
          <span className={styles.points}>
            <NumberField
              label={t("threshold")}
              question="0"
              least={0}
              {...(isMean ? {} : { most: 100 })}
              value={isMean ? it.threshold : roundedPoints(it.threshold)}
              onSave={(value) =>
                save(it, { threshold: isMean ? (value ?? 0) : (value ?? 0) / 100 })
              }
            />
            <span className="sub">{isMean ? t("thresholdMean") : t("thresholdQuestion")}</span>
          </span>
        );
      },
    },
    {
      id: "remove",
      name: <span className="hidden-words">{t("removeHead")}</span>,
      width: "32px",
      cell: (it: Metric) => (
        <IconButton
          small
          name={t("removeMetric", { name: it.name || t("newMetric") })}
          icon={<X aria-hidden="true" />}
          onPress={() => edit({ remove: [`metrics/${it.id}`] })}
        />
      ),
    },
  ];
}

/** A fraction in points, without the tail that binary fractions leave. */
function roundedPoints(fraction: number): number {
  return Math.round(fraction * 1e6) / 1e4;
}

/** Early or downstream; an early metric says which downstream one it is shown with. */
function StageCell(props: { book: Book; metric: Metric; onChange: (to: MetricPatch) => void }) {
  const { metric, onChange } = props;
  const partners = props.book.chain.metrics.filter(
    (it) => it.stage === "downstream" && it.id !== metric.id,
  );
  return (
    <span className={styles.formula}>
      <Select
        label={t("stage")}
        options={entries(stages)}
        value={metric.stage}
        onChange={(stage) => onChange({ stage })}
      />
      {metric.stage === "early" ? (
        <Select
          label={t("partner")}
          placeholder={t("partnerNone")}
          options={partners.map((it) => ({ id: it.id, name: it.name || t("newMetric") }))}
          value={partners.some((it) => it.id === metric.partner) ? metric.partner : null}
          onChange={(partner) => onChange({ partner })}
        />
      ) : null}
    </span>
  );
}

function FormulaCell(props: {
  book: Book;
  metric: Metric;
  onChange: (formula: Formula) => void;
}) {
  const { book, metric, onChange } = props;
  const formula = formulaOf(metric);
  const dataset = book.datasets.find((it) => it.id === metric.dataset);
  if (formula !== null && "counts" in formula) {
    return (
      <Counts
        book={book}
        counts={formula.counts}
        onChange={(counts) => onChange({ counts })}
      />
    );
  }
  if (dataset === undefined || !dataset.imported) return <span className="sub">{t("notImported")}</span>;
  if (formula !== null && "mean" in formula) {
    const numbers = dataset.columns.filter(
      (it) => it.type === "number" || it.type === "integer" || it.type === "boolean",
    );
    return (
      <span className={styles.formula}>
        <span className="muted">{t("mean")}</span>
        <Select
          label={t("chooseColumn")}
          options={numbers.map(({ name }) => ({ id: name, name }))}
          value={formula.mean}
          onChange={(mean) => onChange({ mean })}
        />
      </span>
    );
  }
  const rate = formula?.rate;
  const where = rate?.where ?? null;
  return (
    <span className={styles.formula}>
      <span className="muted">{t("share")}</span>
      {onlyCondition(where) === null && where !== null ? (
        <InWords dataset={dataset.id} rule={where} />
      ) : (
        <OneCondition
          dataset={dataset}
          rule={where}
          onChange={(next) => onChange({ rate: { ...rate, where: next } })}
        />
      )}
      {rate?.of ? (
        <>
          <span className="muted">{t("ofThose")}</span>
          <InWords dataset={dataset.id} rule={rate.of} />
        </>
      ) : null}
    </span>
  );
}

/** A rule of several parts reads as the workbook words it. */
function InWords({ dataset, rule }: { dataset: string; rule: Rule }) {
  const counted = useRead(reads.countRule, [dataset, rule]);
  return <span>{counted.data?.words}</span>;
}

interface CountRow {
  /** By segment and its place among that segment's counts: it stays while the row is written. */
  key: string;
  /** Its place in the list; null while it is in none. */
  at: number | null;
  line: Count;
}

/** The rows of a list of counts, segment by segment; one without counts has an empty row. */
function countRows(counts: readonly Count[], segments: readonly string[]): CountRow[] {
  const all = [...new Set([...segments, ...counts.map((it) => it.segment)])];
  return all.flatMap((segment) => {
    const own = counts
      .map((line, at): Omit<CountRow, "key"> => ({ at, line }))
      .filter(({ line }) => line.segment === segment);
    const rows = own.length > 0 ? own : [{ at: null, line: { segment, on: "", yes: 0, n: 0 } }];
    return rows.map((row, index) => ({ ...row, key: `${segment} ${index}` }));
  });
}

/** Counts by hand: of so many, so many did; one line a segment, and one for everyone else. */
function Counts(props: {
  book: Book;
  counts: readonly Count[];
  onChange: (counts: Count[]) => void;
}) {
  const { now, change } = useSent(props.counts, props.onChange);
  // A line that says "40 of them did" before it says of how many waits here for its other half.
  const [halves, setHalves] = useState<Readonly<Record<string, Count>>>({});
  const named = [
    ...props.book.chain.segments.map((it) => ({ id: it.id, name: it.name || it.id })),
    { id: "", name: t("everyoneElse") },
  ];
  const nameOf = (segment: string) => named.find((it) => it.id === segment)?.name ?? segment;
  const rows = countRows(
    now,
    named.map((it) => it.id),
  ).map((row) => ({ ...row, line: halves[row.key] ?? row.line }));
  const put = ({ key, at, line }: CountRow, to: Partial<Count>) => {
    const next = { ...line, ...to };
    const isHalf = next.yes > next.n || (at === null && next.n === 0);
    setHalves(({ [key]: _whole, ...others }) => (isHalf ? { ...others, [key]: next } : others));
    if (isHalf) return;
    change((counts) =>
      at === null ? [...counts, next] : counts.map((it, index) => (index === at ? next : it)),
    );
  };
  return (
    <table className={styles.counts} aria-label={t("byHand")}>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden-words">{t("byHand")}</span>
          </th>
          <th scope="col" className="sub">
            {t("n")}
          </th>
          <th scope="col" className="sub">
            {t("yes")}
          </th>
          <th scope="col" className="sub">
            {t("period")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{nameOf(row.line.segment)}</th>
            <td>
              <NumberField
                label={t("allOf", { segment: nameOf(row.line.segment) })}
                question="0"
                least={row.line.yes}
                value={row.line.n === 0 ? null : row.line.n}
                onSave={(n) => put(row, { n: n ?? 0 })}
              />
            </td>
            <td>
              <NumberField
                label={t("countOf", { segment: nameOf(row.line.segment) })}
                question="0"
                least={0}
                most={row.line.n > 0 ? row.line.n : Infinity}
                value={row.line.n === 0 && row.line.yes === 0 ? null : row.line.yes}
                onSave={(yes) => put(row, { yes: yes ?? 0 })}
              />
            </td>
            <td>
              <Field
                label={t("period")}
                question={t("periodQuestion")}
                size="control"
                oneLine
                value={row.line.on}
                onSave={(on) => put(row, { on: on.trim() })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
