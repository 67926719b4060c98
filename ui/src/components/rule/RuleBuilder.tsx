/**
 * The rule builder: one condition a line, groups as vertical rules, and beside each line how many
 * it holds for alone and how many people are left after it.
 */
import { Ellipsis, Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";

import type { DatasetView, FunnelStep, Rule, RuleCount } from "../../api/types";
import { t } from "../../words/rule";
import { count, percent } from "../../words/figures";
import { Wrong } from "../Blocks";
import { Button, IconButton } from "../Button";
import { cx } from "../classes";
import { Menu } from "../Menu";
import { RateBar } from "../RateBar";
import { Select } from "../Select";
import { ConditionExpr, ConditionMenu, type OtherSegment, SegmentExpr } from "./ConditionRow";
import styles from "./Rule.module.css";
import { Slide } from "./Slide";
import {
  added,
  blankCondition,
  blankGroup,
  blankSegmentPart,
  changed,
  type ConditionNode,
  fingerprint,
  type GroupNode,
  isFinished,
  type Mode,
  pathsOf,
  type RuleNode,
  ruleOf,
  treeOf,
} from "./tree";
import { useLiveCount } from "./useLiveCount";

export interface RuleBuilderProps {
  dataset: DatasetView;
  rule: Rule | null;
  /** Segments over the same dataset that a rule may name. */
  others: readonly OtherSegment[];
  /** Null when nothing is left of the rule. */
  onChange: (rule: Rule | null) => void;
  /** At the end of the first line, after "Everyone in": the dataset, or a picker for it. */
  whole: ReactNode;
}

interface Writing {
  tree: GroupNode;
  /** What was last seen from outside. */
  known: string;
  /** What was sent and has not come back yet. */
  sent: readonly string[];
  /** A condition that is being moved: counted as it is now, written when it rests. */
  trial: ConditionNode | null;
}

export function RuleBuilder(props: RuleBuilderProps) {
  const outside = fingerprint(props.rule);
  const [writing, setWriting] = useState<Writing>(() => ({
    tree: treeOf(props.rule),
    known: outside,
    sent: [],
    trial: null,
  }));
  // Our own rule coming back keeps the rows as they are; any other change (undo) shows itself.
  if (outside !== writing.known) {
    const at = writing.sent.indexOf(outside);
    setWriting(
      at >= 0
        ? { ...writing, known: outside, sent: writing.sent.slice(at + 1) }
        : { tree: treeOf(props.rule), known: outside, sent: [], trial: null },
    );
  }
  const { tree, trial } = writing;
  const change = (next: GroupNode) => {
    const before = ruleOf(tree);
    const after = ruleOf(next);
    const mark = fingerprint(after);
    const isNew = mark !== fingerprint(before);
    const sent = isNew ? [...writing.sent, mark] : writing.sent;
    setWriting({ ...writing, tree: next, sent, trial: null });
    if (isNew) props.onChange(after);
  };

  const shown = trial === null ? tree : changed(tree, trial.key, () => trial);
  const counted = useLiveCount(props.dataset.id, ruleOf(shown) ?? { all: [] });
  const funnel = counted.data === undefined ? null : funnelOf(shown, counted.data);

  return (
    <div className={styles.rule} data-counting={counted.isBehind}>
      <div className={styles.line}>
        <span className={styles.expr}>
          <b>{t("everyoneIn")}</b>
          {props.whole}
        </span>
        <span />
        <Left n={props.dataset.rows} share={1} was={undefined} whole />
      </div>
      <Group
        {...props}
        node={tree}
        root={tree}
        depth={1}
        funnel={funnel}
        trial={trial}
        onTry={(node) => setWriting((now) => ({ ...now, trial: node }))}
        onTree={change}
      />
      {counted.error === null ? null : <Wrong error={counted.error} />}
    </div>
  );
}

interface Funnel {
  rows: number;
  stepOf: (key: string) => FunnelStep | undefined;
  /** The share that was left before a step. */
  before: (key: string) => number;
}

/** Which line of the count belongs to which node, and what was left before it. */
function funnelOf(tree: GroupNode, counted: RuleCount): Funnel {
  const paths = pathsOf(tree);
  const indexOf = (key: string) =>
    counted.steps.findIndex((step) => step.path.join(".") === paths.get(key));
  return {
    rows: counted.rows,
    stepOf: (key) => counted.steps[indexOf(key)],
    before: (key) => {
      // The outermost group's own line is the end of the funnel, not a step on the way.
      const earlier = counted.steps.slice(1, Math.max(1, indexOf(key)));
      const left = earlier.findLast((step) => step.left !== null)?.left;
      return (left ?? counted.rows) / (counted.rows || 1);
    },
  };
}

interface PartProps extends Omit<RuleBuilderProps, "onChange" | "rule"> {
  root: GroupNode;
  depth: number;
  funnel: Funnel | null;
  trial: ConditionNode | null;
  onTry: (trial: ConditionNode | null) => void;
  onTree: (tree: GroupNode) => void;
}

const MODES: readonly Mode[] = ["all", "any", "none", "not_all"];

function Group({ node, ...rest }: PartProps & { node: GroupNode }) {
  const { root, onTree, depth } = rest;
  const isRoot = node === root;
  return (
    <div
      role="group"
      aria-label={t(node.mode)}
      data-list
      data-row
      className={cx(styles.group, !isRoot && styles.inner)}
    >
      <div data-row className={styles.line}>
        <span className={styles.expr}>
          <Select<Mode>
            label={t("mode")}
            options={MODES.map((id) => ({ id, name: t(id) }))}
            value={node.mode}
            onChange={(mode) => onTree(changed(root, node.key, () => ({ ...node, mode })))}
          />
          <span className={styles.op}>{t(node.mode === "any" ? "holds" : "hold")}</span>
          {isRoot ? null : (
            <span className={styles.tools}>
              <Menu
                label={t("moreGroup")}
                entries={[
                  {
                    id: "remove",
                    name: t("removeGroup"),
                    run: () => onTree(changed(root, node.key, () => null)),
                  },
                ]}
              >
                <IconButton small name={t("moreGroup")} icon={<Ellipsis aria-hidden="true" />} />
              </Menu>
            </span>
          )}
        </span>
        {isRoot ? null : <Counted node={node} funnel={rest.funnel} />}
      </div>
      {node.parts.map((part) =>
        part.kind === "group" ? (
          <Group key={part.key} {...rest} node={part} depth={depth + 1} />
        ) : (
          <Line key={part.key} {...rest} node={part} />
        ),
      )}
      <div className={styles.end}>
        <Button
          small
          look="quiet"
          onPress={() => onTree(added(root, node.key, blankCondition()))}
        >
          <Plus aria-hidden="true" />
          {isRoot ? t("addCondition") : t("addConditionHere")}
        </Button>
        <Button small look="quiet" onPress={() => onTree(added(root, node.key, blankGroup()))}>
          <Plus aria-hidden="true" />
          {t("addGroup")}
        </Button>
        {rest.others.length === 0 ? null : (
          <Button
            small
            look="quiet"
            onPress={() => onTree(added(root, node.key, blankSegmentPart()))}
          >
            <Plus aria-hidden="true" />
            {t("addSegment")}
          </Button>
        )}
      </div>
    </div>
  );
}

function Line({ node, root, onTree, ...rest }: PartProps & { node: Exclude<RuleNode, GroupNode> }) {
  const put = (next: RuleNode) => onTree(changed(root, node.key, () => next));
  const remove = () => onTree(changed(root, node.key, () => null));
  const shown = rest.trial?.key === node.key ? rest.trial : node;
  return (
    <div data-row className={styles.line}>
      <span className={styles.expr}>
        {node.kind === "condition" && shown.kind === "condition" ? (
          <>
            <ConditionExpr
              dataset={rest.dataset.id}
              columns={rest.dataset.columns}
              node={shown}
              onChange={put}
            />
            <Slide
              dataset={rest.dataset.id}
              type={rest.dataset.columns.find((it) => it.name === node.column)?.type ?? "text"}
              node={node}
              shown={shown}
              onTry={(values) => rest.onTry(values === null ? null : { ...node, values })}
              onValues={(values) => put({ ...node, values })}
            />
          </>
        ) : node.kind === "condition" ? null : (
          <SegmentExpr others={rest.others} node={node} onChange={put} />
        )}
        <span className={styles.tools}>
          {node.kind === "condition" ? (
            <ConditionMenu
              node={node}
              columns={rest.dataset.columns}
              onChange={put}
              onRemove={remove}
            />
          ) : (
            <IconButton
              small
              name={t("remove")}
              icon={<X aria-hidden="true" />}
              onPress={remove}
            />
          )}
        </span>
      </span>
      <Counted node={shown} funnel={rest.funnel} />
    </div>
  );
}

/** The two figures of a line: how many alone, and how many are left. */
function Counted({ node, funnel }: { node: RuleNode; funnel: Funnel | null }) {
  if (!isFinished(node)) {
    const isFresh = node.kind === "condition" && node.column === "";
    return <span className={styles.unfinished}>{isFresh ? null : t("unfinished")}</span>;
  }
  const step = funnel?.stepOf(node.key);
  if (step === undefined || funnel === null) return <span />;
  return (
    <>
      <span className={styles.alone}>{count(step.alone)}</span>
      {step.left === null ? (
        <span />
      ) : (
        <Left
          n={step.left}
          share={step.left / (funnel.rows || 1)}
          was={funnel.before(node.key)}
        />
      )}
    </>
  );
}

function Left(props: { n: number; share: number; was: number | undefined; whole?: boolean }) {
  return (
    <span className={styles.left}>
      <span className="num">{count(props.n)}</span>
      {props.was === undefined ? (
        <RateBar value={props.share} quiet={props.whole ?? false} />
      ) : (
        <RateBar value={props.share} was={props.was} />
      )}
      <span className={styles.share}>{percent(props.share)}</span>
    </span>
  );
}

/** The heads over the figures of a rule. */
export function RuleHead({ title }: { title: string }) {
  return (
    <div className={cx(styles.line, styles.head)}>
      <h2 className="h2">{title}</h2>
      <span className={styles.alone}>{t("alone")}</span>
      <span className="sub">{t("left")}</span>
    </div>
  );
}
