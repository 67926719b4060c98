/** The four columns of the value surface, in one grid, so that what belongs together is level. */
import { Plus } from "lucide-react";
import type { ReactNode } from "react";

import type { Feature, Finding, Job, Pain, Payoff, Proof } from "../../api/types";
import { Button } from "../../components/Button";
import { Dots } from "../../components/Dots";
import { Field } from "../../components/Field";
import { Menu } from "../../components/Menu";
import { Select } from "../../components/Select";
import { NumberField } from "../../components/TypedField";
import { t } from "../../words/value";
import { entries, jobKinds, payoffKinds, proofKinds } from "../../words/vocabulary";
import type { Behind, Gap, Placed, ValueLayout } from "./layout";
import { type Anchor, Sentence } from "./Sentence";
import type { Surface } from "./surface";
import styles from "./Value.module.css";

export interface ColumnProps {
  surface: Surface;
  layout: ValueLayout;
  findings: (record: string) => readonly Finding[];
}

const place = (column: number, at: { row: number; span?: number }) => ({
  gridColumn: column,
  gridRow: `${at.row + 2} / span ${at.span ?? 1}`,
});

function Column(props: { title: string; note: string; column: number; children: ReactNode }) {
  return (
    <div role="group" aria-label={props.title} data-column={props.column} className={styles.column}>
      <div className={styles.columnHead} style={{ gridColumn: props.column, gridRow: 1 }}>
        <h2 className="h2">{props.title}</h2>
        <span className="sub">{props.note}</span>
      </div>
      {props.children}
    </div>
  );
}

function Add(props: { column: number; rows: number; name: string; onPress: () => void }) {
  return (
    <div className={styles.add} style={{ gridColumn: props.column, gridRow: props.rows + 2 }}>
      <Button small look="quiet" data-add onPress={props.onPress}>
        <Plus aria-hidden="true" />
        {props.name}
      </Button>
    </div>
  );
}

/** The question at the end of a stub: pressed, it is a sentence being written. */
function Question(props: { gap: Gap; column: number; text: string; onPress: () => void }) {
  return (
    <button
      type="button"
      className={styles.ghost}
      style={place(props.column, props.gap)}
      onClick={props.onPress}
    >
      {props.text}
    </button>
  );
}

export function Jobs({ surface, layout, findings }: ColumnProps) {
  return (
    <Column title={t("jobs")} note={t("jobsNote")} column={1}>
      {layout.jobs.map((at, index) => (
        <JobItem key={at.it.id} at={at} n={index + 1} surface={surface} findings={findings} />
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
  findings: (record: string) => readonly Finding[];
}

function JobItem({ surface, at, n, findings }: ItemProps<Job>) {
  const { it } = at;
  const name = t("numbered", { kind: t("job"), n });
  return (
    <Sentence
      surface={surface}
      kind="jobs"
      record={it}
      name={name}
      question={t("jobQuestion")}
      findings={findings(it.id)}
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

export function Pains({ surface, layout, findings }: ColumnProps) {
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
          findings={findings}
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
  findings,
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
      findings={findings(it.id)}
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

export function Payoffs({ surface, layout, findings }: ColumnProps) {
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
          findings={findings}
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
  findings,
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
      findings={findings(it.id)}
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
          question={t("quantityQuestion")}
          value={it.quantity}
          onSave={(quantity) => save({ quantity })}
        />
        <Field
          label={t("unit", { of: name })}
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

/** Proofs and features stand behind a payoff; those that stand behind none are loose. */
export function Evidence({ surface, layout, findings }: ColumnProps) {
  const { payoffs } = surface.value;
  const last = payoffs.find((it) => surface.onPath(it.id))?.id ?? payoffs.at(-1)?.id ?? "";
  return (
    <Column title={t("behind")} note={t("behindNote")} column={4}>
      {layout.behind.map((behind) => (
        <BehindCell key={behind.payoff ?? " loose"} behind={behind} surface={surface} findings={findings} />
      ))}
      <div className={styles.add} style={{ gridColumn: 4, gridRow: layout.rows + 2 }}>
        <Menu
          label={t("proofOrFeature")}
          entries={[
            { id: "proof", name: t("proof"), run: () => surface.start("proofs", { supports: last }) },
            {
              id: "feature",
              name: t("feature"),
              disabled: last === "",
              ...(last === "" ? { note: t("featureNeedsPayoff") } : {}),
              run: () => surface.start("features", { payoff: last }),
            },
          ]}
        >
          <Button small look="quiet" data-add>
            <Plus aria-hidden="true" />
            {t("proofOrFeature")}
          </Button>
        </Menu>
      </div>
    </Column>
  );
}

function BehindCell(props: Omit<ColumnProps, "layout"> & { behind: Behind }) {
  const { surface, behind, findings } = props;
  const loose = behind.payoff === null;
  const { payoffs, proofs, features } = surface.value;
  const anchors = (to: (id: string) => Anchor["hanging"]) =>
    payoffs.map(({ id, text }): Anchor => ({ id, text, hanging: to(id) }));
  return (
    <div className={styles.behind} style={place(4, behind)}>
      {behind.proofs.map((it) => (
        <ProofItem
          key={it.id}
          it={it}
          name={nameOf("proof", proofs, it.id)}
          anchors={anchors((id) => ({ supports: id }))}
          {...{ surface, loose, findings }}
        />
      ))}
      {behind.features.map((it) => (
        <FeatureItem
          key={it.id}
          it={it}
          name={nameOf("feature", features, it.id)}
          anchors={anchors((id) => ({ payoff: id }))}
          {...{ surface, loose, findings }}
        />
      ))}
    </div>
  );
}

function nameOf(kind: "proof" | "feature", list: readonly { id: string }[], id: string): string {
  return t("numbered", { kind: t(kind), n: list.findIndex((it) => it.id === id) + 1 });
}

interface BehindItemProps<T> {
  surface: Surface;
  it: T;
  name: string;
  anchors: readonly Anchor[];
  loose: boolean;
  findings: (record: string) => readonly Finding[];
}

function ProofItem({ surface, it, name, anchors, loose, findings }: BehindItemProps<Proof>) {
  return (
    <Sentence
      surface={surface}
      kind="proofs"
      look="evidence"
      record={it}
      name={name}
      question={t("proofQuestion")}
      findings={findings(it.id)}
      next={{ supports: it.supports }}
      anchors={anchors}
      anchored={it.supports}
    >
      <Select
        look="bare"
        label={t("kind", { of: name })}
        placeholder={t("kindQuestion")}
        options={entries(proofKinds)}
        value={it.kind}
        onChange={(kind) => surface.edit({ value: { proofs: [{ id: it.id, kind }] } })}
      />
      {loose ? <span className={styles.looseNote}>{t("looseProof")}</span> : null}
    </Sentence>
  );
}

function FeatureItem({ surface, it, name, anchors, loose, findings }: BehindItemProps<Feature>) {
  return (
    <Sentence
      surface={surface}
      kind="features"
      look="evidence"
      record={it}
      name={name}
      question={t("featureQuestion")}
      findings={findings(it.id)}
      next={{ payoff: it.payoff }}
      anchors={anchors}
      anchored={it.payoff}
      loose={loose}
    >
      <span className={styles.kindWord}>{t("featureKind")}</span>
      {loose ? <span className={styles.looseNote}>{t("looseFeature")}</span> : null}
    </Sentence>
  );
}
