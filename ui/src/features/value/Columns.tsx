/** Jobs, pains and payoffs, each a column of sentences. */
import type { Job, Pain, Payoff } from "../../api/types";
import { Dots } from "../../components/Dots";
import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import { NumberField } from "../../components/TypedField";
import { t } from "../../words/value";
import { entries, jobKinds, payoffKinds } from "../../words/vocabulary";
import { Add, Column, type ColumnProps, place, Question } from "./Column";
import type { Placed } from "./layout";
import { type Anchor, Sentence } from "./Sentence";
import type { Surface } from "./surface";
import styles from "./Value.module.css";

export function Jobs({ surface, layout }: ColumnProps) {
  return (
    <Column title={t("jobs")} note={t("jobsNote")} column={1}>
      {layout.jobs.map((at, index) => (
        <JobItem key={at.it.id} at={at} n={index + 1} surface={surface} />
      ))}
      {layout.jobGaps.map((gap) => (
        <Question
          key="first"
          gap={gap}
          column={1}
          text={t("jobQuestion")}
          onPress={() => surface.start("jobs", {})}
        />
      ))}
      <Add column={1} rows={layout.rows} name={t("job")} onPress={() => surface.start("jobs", {})} />
    </Column>
  );
}

interface ItemProps<T> {
  surface: Surface;
  at: Placed<T>;
  n: number;
}

function JobItem({ surface, at, n }: ItemProps<Job>) {
  const { it } = at;
  const name = t("numbered", { kind: t("job"), n });
  return (
    <Sentence
      surface={surface}
      kind="jobs"
      record={it}
      name={name}
      question={t("jobQuestion")}
      next={{}}
      anchors={[]}
      place={place(1, at)}
    >
      <Select
        look="bare"
        label={t("kind", { of: name })}
        placeholder={t("kindQuestion")}
        options={entries(jobKinds)}
        value={it.kind}
        onChange={(kind) => surface.edit({ value: { jobs: [{ id: it.id, kind }] } })}
      />
    </Sentence>
  );
}

export function Pains({ surface, layout }: ColumnProps) {
  const last = surface.value.jobs.at(-1)?.id ?? "";
  const anchors = surface.value.jobs.map(
    ({ id, text }): Anchor => ({ id, text, hanging: { job: id } }),
  );
  return (
    <Column title={t("pains")} note={t("painsNote")} column={2}>
      {layout.pains.map((at, index) => (
        <PainItem
          key={at.it.id}
          at={at}
          n={index + 1}
          surface={surface}
          anchors={anchors}
        />
      ))}
      {layout.painGaps.map((gap) => (
        <Question
          key={gap.from}
          gap={gap}
          column={2}
          text={t("painQuestion")}
          onPress={() => surface.start("pains", { job: gap.from })}
        />
      ))}
      <Add
        column={2}
        rows={layout.rows}
        name={t("pain")}
        onPress={() => surface.start("pains", { job: last })}
      />
    </Column>
  );
}

function PainItem({
  surface,
  at,
  n,
  anchors,
}: ItemProps<Pain> & { anchors: readonly Anchor[] }) {
  const { it } = at;
  const name = t("numbered", { kind: t("pain"), n });
  return (
    <Sentence
      surface={surface}
      kind="pains"
      record={it}
      name={name}
      question={t("painQuestion")}
      next={{ job: it.job }}
      anchors={anchors}
      anchored={it.job}
      place={place(2, at)}
    >
      <span className={styles.severity}>
        {t("severity")}
        <Dots
          label={t("severityOf", { of: name })}
          value={it.severity}
          onChange={(severity) => surface.edit({ value: { pains: [{ id: it.id, severity }] } })}
        />
      </span>
    </Sentence>
  );
}

export function Payoffs({ surface, layout }: ColumnProps) {
  const { pains } = surface.value;
  const anchors = pains.map(({ id, text }): Anchor => ({ id, text, hanging: { pain: id } }));
  return (
    <Column title={t("payoffs")} note={t("payoffsNote")} column={3}>
      {layout.payoffs.map((at, index) => (
        <PayoffItem
          key={at.it.id}
          at={at}
          n={index + 1}
          surface={surface}
          anchors={anchors}
        />
      ))}
      {layout.payoffGaps.map((gap) => (
        <Question
          key={gap.from}
          gap={gap}
          column={3}
          text={t("payoffQuestion")}
          onPress={() => surface.start("payoffs", { pain: gap.from })}
        />
      ))}
      <Add
        column={3}
        rows={layout.rows}
        name={t("payoff")}
        onPress={() =>
          surface.start("payoffs", { pain: layout.payoffGaps[0]?.from ?? pains.at(-1)?.id ?? "" })
        }
      />
    </Column>
  );
}

function PayoffItem({
  surface,
  at,
  n,
  anchors,
}: ItemProps<Payoff> & { anchors: readonly Anchor[] }) {
  const { it } = at;
  const name = t("numbered", { kind: t("payoff"), n });
  const save = (change: Partial<Omit<Payoff, "id">>) =>
    surface.edit({ value: { payoffs: [{ id: it.id, ...change }] } });
  return (
    <Sentence
      surface={surface}
      kind="payoffs"
      record={it}
      name={name}
      question={t("payoffQuestion")}
      next={{ pain: it.pain }}
      anchors={anchors}
      anchored={it.pain}
      place={place(3, at)}
    >
      <Select
        look="bare"
        label={t("kind", { of: name })}
        placeholder={t("kindQuestion")}
        options={entries(payoffKinds)}
        value={it.kind}
        onChange={(kind) => save({ kind })}
      />
      <span className={styles.figures}>
        <NumberField
          label={t("quantity", { of: name })}
          field="quantity"
          question={t("quantityQuestion")}
          value={it.quantity}
          onSave={(quantity) => save({ quantity })}
        />
        <Field
          label={t("unit", { of: name })}
          field="unit"
          question={t("unitQuestion")}
          size="control"
          oneLine
          value={it.unit}
          onSave={(unit) => save({ unit: unit.trim() })}
        />
      </span>
      <span className={styles.figures}>
        {t("within")}
        <NumberField
          label={t("horizon", { of: name })}
          field="horizon_days"
          question={t("horizonQuestion")}
          least={0}
          value={it.horizon_days}
          onSave={(horizon_days) => save({ horizon_days })}
        />
        {t("days")}
      </span>
    </Sentence>
  );
}
