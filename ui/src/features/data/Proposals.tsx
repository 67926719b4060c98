/** After an import: two-valued columns as metrics, to take, change or leave. */
import { useWrite, writes } from "../../api/queries";
import type { Better, Imported, Proposal, Stage } from "../../api/types";
import { Empty } from "../../components/Blocks";
import { Button } from "../../components/Button";
import { Checkbox } from "../../components/Checkbox";
import { Field } from "../../components/Field";
import { PageHead, Section, Table } from "../../components/Page";
import { Select } from "../../components/Select";
import { NumberField } from "../../components/TypedField";
import { t } from "../../words/data";
import { count, percent } from "../../words/figures";
import { betters, entries, stages } from "../../words/vocabulary";
import styles from "./Data.module.css";

/** A proposal as the person has it so far. */
export interface Choice {
  proposal: Proposal;
  taken: boolean;
  name: string;
  better: Better;
  stage: Stage;
  /** In points. */
  threshold: number;
}

/** What is assumed to matter until someone says otherwise. */
const POINTS = 2;

/** What is taken at first: proposals that look like an outcome. */
export function choicesOf(imported: Imported): Choice[] {
  return imported.proposals.map((proposal) => ({
    proposal,
    taken: proposal.outcome_like,
    name: proposal.name,
    better: proposal.better,
    stage: "downstream",
    threshold: POINTS,
  }));
}

export interface ProposalsProps {
  imported: Imported;
  choices: readonly Choice[];
  onChange: (next: (now: readonly Choice[]) => readonly Choice[]) => void;
  onDone: () => void;
}

export function Proposals({ imported, choices, onChange, onDone }: ProposalsProps) {
  const accepting = useWrite(writes.acceptMetrics);
  const change = (choice: Choice, to: Partial<Choice>) =>
    onChange((now) => now.map((it) => (it.proposal === choice.proposal ? { ...it, ...to } : it)));
  const taken = choices.filter((it) => it.taken);
  const accept = () => {
    accepting.run({
      dataset: imported.dataset,
      accepted: taken.map((it) => ({
        column: it.proposal.column,
        value: it.proposal.value,
        name: it.name,
        better: it.better,
        stage: it.stage,
        threshold: it.threshold / 100,
      })),
    });
    onDone();
  };

  return (
    <>
      <PageHead
        title={t("importedHead", { rows: count(imported.rows), dataset: imported.dataset })}
        beside={
          imported.rejected_count === 0 ? null : (
            <span className="sub">{t("importedRejected", { n: count(imported.rejected_count) })}</span>
          )
        }
        actions={
          choices.length === 0 ? (
            <Button look="main" onPress={onDone}>
              {t("go")}
            </Button>
          ) : (
            <>
              <Button look="quiet" onPress={onDone}>
                {t("acceptNone")}
              </Button>
              <Button look="main" isDisabled={taken.length === 0} onPress={accept}>
                {t("accept", { n: taken.length })}
              </Button>
            </>
          )
        }
      />
      {choices.length === 0 ? (
        <div className={styles.padded}>
          <Empty title={t("proposalsNoneTitle")}>{t("proposalsNone")}</Empty>
        </div>
      ) : (
        <Section title={t("proposalsTitle")} note={t("proposalsNote")}>
          <Table
            label={t("proposalsTitle")}
            rows={choices}
            keyOf={({ proposal }) => `${proposal.column}=${proposal.value}`}
            columns={[
              {
                id: "use",
                name: <span className="hidden-words">{t("useHead")}</span>,
                width: "32px",
                cell: (it) => (
                  <Checkbox
                    label={t("use", { name: it.name })}
                    checked={it.taken}
                    onChange={(on) => change(it, { taken: on })}
                  />
                ),
              },
              {
                id: "name",
                name: t("metric"),
                width: "26%",
                cell: (it) => (
                  <Field
                    label={t("metric")}
                    question={t("metricQuestion")}
                    size="control"
                    oneLine
                    value={it.name}
                    onSave={(name) => change(it, { name })}
                  />
                ),
              },
              {
                id: "counts",
                name: t("counts"),
                cell: ({ proposal }) => `${proposal.column} = ${proposal.value}`,
              },
              {
                id: "measured",
                name: t("measured"),
                numeric: true,
                cell: ({ proposal }) => (
                  <>
                    {percent(proposal.n / proposal.of)}{" "}
                    <span className="sub">{t("ofRows", { n: count(proposal.of) })}</span>
                  </>
                ),
              },
              {
                id: "better",
                name: t("better"),
                cell: (it) => (
                  <Select
                    label={t("better")}
                    options={entries(betters)}
                    value={it.better}
                    onChange={(better) => change(it, { better })}
                  />
                ),
              },
              {
                id: "stage",
                name: t("stage"),
                cell: (it) => (
                  <Select
                    label={t("stage")}
                    options={entries(stages)}
                    value={it.stage}
                    onChange={(stage) => change(it, { stage })}
                  />
                ),
              },
              {
                id: "threshold",
                name: t("threshold"),
                width: "112px",
                cell: (it) => (
                  <span className={styles.points}>
                    <NumberField
                      label={t("threshold")}
                      question="0"
                      least={0}
                      most={100}
                      value={it.threshold}
                      onSave={(threshold) => change(it, { threshold: threshold ?? 0 })}
                    />
                    <span className="sub">{t("thresholdQuestion")}</span>
                  </span>
                ),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
