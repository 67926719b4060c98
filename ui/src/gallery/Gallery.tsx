import { FileText, Plus, Table2, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";

import type { Link, LinkState, LinkView, Verdict as VerdictName } from "../api/types";
import { AtWork, Empty, LevelMark, Wrong } from "../components/Blocks";
import { Button, IconButton } from "../components/Button";
import { ChainBar } from "../components/ChainBar";
import { Dots } from "../components/Dots";
import { Field } from "../components/Field";
import { IntervalPlot, PlotCaption } from "../components/IntervalPlot";
import { Grade, Swatch, Tag, Verdict } from "../components/Marks";
import { Menu } from "../components/Menu";
import { PageHead, Section, Table } from "../components/Page";
import { Rail } from "../components/Rail";
import { Rate, RateBar } from "../components/RateBar";
import { Segmented, ToggleTags } from "../components/Segmented";
import { Select } from "../components/Select";
import { Edge, StateNode } from "../components/State";
import { Statement } from "../components/Statement";
import { Wires } from "../components/Wires";
import { HostError } from "../host/host";
import { blankParts } from "../host/fake/records";
import { statementOf } from "../host/fake/view";
import styles from "./Gallery.module.css";

const states: LinkState[] = ["sound", "draft", "stale", "missing"];
const linkView = (link: Link, state: LinkState, more: Partial<LinkView> = {}): LinkView => ({
  link,
  state,
  needs: [],
  blockers: 0,
  warnings: 0,
  confirmed_on: "",
  since: "",
  ...more,
});
const linkViews: LinkView[] = [
  linkView("decision", "sound"),
  linkView("segment", "sound", { confirmed_on: "2026-11-12" }),
  linkView("value", "sound", { confirmed_on: "2026-11-12" }),
  linkView("positioning", "stale", { confirmed_on: "2026-11-12", since: "2026-11-22" }),
  linkView("journey", "draft", { needs: ["findings"], warnings: 2 }),
  linkView("results", "missing", { needs: ["downstream_metric"] }),
];
const plots: { verdict: VerdictName; difference: number; low: number; high: number }[] = [
  { verdict: "better", difference: 0.186, low: 0.157, high: 0.216 },
  { verdict: "worse", difference: -0.086, low: -0.13, high: -0.062 },
  { verdict: "too_small_to_matter", difference: 0.021, low: 0.008, high: 0.035 },
  { verdict: "no_difference_that_matters", difference: -0.004, low: -0.02, high: 0.012 },
  { verdict: "cannot_tell", difference: 0.051, low: -0.02, high: 0.122 },
  { verdict: "better", difference: 0.4, low: 0.2, high: 0.6 },
];
const kinds = [
  { id: "needs", name: "needs" },
  { id: "lifecycle", name: "lifecycle" },
  { id: "value", name: "value" },
];

export function Gallery() {
  const [text, setText] = useState("Get every new hire productive in week one without chasing.");
  const [kind, setKind] = useState<string | null>("needs");
  const [chosen, setChosen] = useState<string[]>(["needs"]);
  const [score, setScore] = useState<number | null>(4);
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <ChainBar
          chooser={<b>HR teams, 200–1,000</b>}
          tools={
            <IconButton name="Undo" keys="Mod+Z" icon={<Undo2 aria-hidden="true" />} />
          }
          of="hr"
          links={linkViews}
          current="positioning"
          hrefOf={(link) => `#${link}`}
          strong={false}
        />
      </div>
      <Block title="The line">
        {states.map((state) => (
          <div key={state} className={styles.row}>
            <span style={{ width: 64 }}>{state}</span>
            {([10, 12, 16, 20] as const).map((size) => (
              <StateNode key={size} state={state} size={size} />
            ))}
            <span className={styles.edge}>
              <Edge state={state} />
              <StateNode state={state} />
            </span>
            <span className={styles.edge}>
              <Edge state={state} strong />
              <StateNode state={state} />
            </span>
          </div>
        ))}
      </Block>
      <Block title="Buttons">
        {[false, true].map((disabled) => (
          <div key={String(disabled)} className={styles.row}>
            <Button look="main" isDisabled={disabled}>
              Main
            </Button>
            <Button isDisabled={disabled}>Default</Button>
            <Button look="quiet" isDisabled={disabled}>
              Quiet
            </Button>
            <Button small isDisabled={disabled}>
              Small
            </Button>
            <Button small look="quiet" isDisabled={disabled}>
              <Plus aria-hidden="true" />
              Condition
            </Button>
            <IconButton name="Undo" icon={<Undo2 aria-hidden="true" />} isDisabled={disabled} />
          </div>
        ))}
      </Block>
      <Block title="Fields and marks">
        <div className={styles.row}>
          <Select label="Kind" options={kinds} value={kind} onChange={setKind} />
          <Select label="Kind" options={kinds} value={null} onChange={setKind} />
          <Select label="Kind" look="bare" options={kinds} value={kind} onChange={setKind} />
          <Select label="Kind" look="large" options={kinds} value={kind} onChange={setKind} />
        </div>
        <div className={styles.row}>
          <Segmented
            label="Yes or no"
            options={[
              { id: "yes", name: "Yes" },
              { id: "no", name: "No" },
            ]}
            value="yes"
            onChange={() => {}}
          />
          <ToggleTags label="Kinds" options={kinds} value={chosen} onChange={setChosen} />
          <Tag>technographic</Tag>
          <Menu
            label="More"
            entries={[{ id: "one", name: "Wrap in a group", note: "G", run: () => {} }]}
          >
            <Button small>More</Button>
          </Menu>
        </div>
        <div className={styles.row}>
          {(["A", "B", "C", "D", "E", "F"] as const).map((grade) => (
            <Grade key={grade} grade={grade} />
          ))}
          {[0, 1, 2, 3, 4].map((index) => (
            <Swatch key={index} index={index} />
          ))}
          <Dots label="Severity" value={score} onChange={setScore} />
          <Dots label="Severity" value={3} />
          <LevelMark level="blocker" />
          <LevelMark level="warning" />
          <LevelMark level="hint" />
        </div>
        <Field label="Job" question="What do they try to get done?" value={text} onSave={setText} />
        <Field label="Pain" question="What gets in the way?" value="" onSave={() => {}} />
        <Field
          label="Key benefit"
          showLabel
          bar
          size="control"
          aside="Payoff 1"
          question="What do they get?"
          value="gives each HR generalist back 3 hours a week"
          onSave={() => {}}
        />
      </Block>
      <Block title="Intervals and verdicts">
        <PlotCaption />
        {plots.map((plot) => (
          <div key={plot.high} className={styles.row}>
            <IntervalPlot
              {...plot}
              name="Accepted"
              better="higher"
              threshold={0.05}
              share
              reach={6}
            />
            <Verdict verdict={plot.verdict} />
          </div>
        ))}
        <IntervalPlot
          name="Monthly charges"
          verdict="worse"
          difference={-3.2}
          low={-5.1}
          high={-1.3}
          better="higher"
          threshold={0}
          share={false}
          reach={5}
        />
      </Block>
      <Block title="Rates">
        <Rate value={0.412} low={0.38} high={0.44} n="1,184" who="segment" />
        <Rate value={0.226} low={0.2} high={0.24} n="8,056" who="rest" />
        <RateBar value={0.24} was={0.32} />
        <RateBar value={1} quiet />
        <Table
          label="Columns"
          rowHeaders
          keyOf={(row) => row.name}
          rows={[
            { name: "tenure", n: 72 },
            { name: "contract", n: 3 },
          ]}
          columns={[
            { id: "name", name: "Column", cell: (row) => row.name },
            { id: "n", name: "Distinct", numeric: true, cell: (row) => row.n },
          ]}
        />
      </Block>
      <Block title="Empty, at work, wrong">
        <Empty title="No statement yet" action={<Button>Start from Payoff 1</Button>}>
          Value holds three payoffs. Start from the one you can prove.
        </Empty>
        <AtWork
          title="Importing leads-2026.csv"
          done={6_100_000}
          total={10_000_000}
          rows={6_100_000}
          unit="rows"
          onCancel={() => {}}
        />
        <Wrong
          error={
            new HostError(
              "bad_table",
              "customers.xlsx has no column “customer_id”",
              "Nothing was changed. Choose the column that names a customer, or import it as a new dataset.",
            )
          }
          action={<Button>Choose a column</Button>}
        />
      </Block>
      <Block title="Statement">
        <Statement
          editing="benefit"
          onChoose={() => {}}
          runs={
            statementOf(
              { name: "Firstday", category: "onboarding workflow", summary: "" },
              {
                ...blankParts(),
                for_whom: "HR teams of 200–1,000 people who still onboard by checklist",
                benefit: "gives each HR generalist back 3 hours a week",
                differentiator: { text: "live in 14 days", kind: "speed" },
              },
            ).runs
          }
        />
      </Block>
      <Block title="Wires">
        <Wires
          className={styles.wires}
          wires={[
            { from: "j1", to: "p1", look: "active" },
            { from: "j1", to: "p2" },
            { from: "p2", to: null },
            { from: "p1", to: "o1", look: "dashed" },
          ]}
        >
          <div>
            <p data-wire="j1">Get every new hire productive in week one.</p>
          </div>
          <div>
            <p data-wire="p1">HR types the same details into five systems, and finds the typos.</p>
            <p data-wire="p2">On Monday nobody has ordered the laptop.</p>
          </div>
          <div>
            <p data-wire="o1">3 hours a week back by day 28</p>
          </div>
        </Wires>
      </Block>
      <Block title="Page and rail">
        <PageHead
          title="3 of 6 clearly better than everyone else, 1 worse"
          actions={<Button>Add metric</Button>}
        />
        <div style={{ display: "grid", gridTemplateColumns: "var(--rail) 1fr", height: 240 }}>
          <Rail
            name="Firstday"
            file="firstday.throughline"
            menu={[{ id: "close", name: "Close", run: () => {} }]}
            current="data"
            foot="All changes saved"
            entries={[
              { id: "data", name: "Data", icon: Table2, href: "#data" },
              { id: "brief", name: "Briefs", icon: FileText, href: "#brief", count: 4 },
            ]}
          />
          <Section title="Who belongs" note="12.8 %" aside="alone">
            <p>Section</p>
          </Section>
        </div>
      </Block>
    </div>
  );
}

function Block(props: { title: string; children: ReactNode }) {
  return (
    <section className={styles.block}>
      <h2 className="h2">{props.title}</h2>
      {props.children}
    </section>
  );
}
