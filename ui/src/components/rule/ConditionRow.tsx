/** One line of a rule: a condition on a column, or being in another segment. */
import { Ellipsis } from "lucide-react";

import type { Column, Op } from "../../api/types";
import { opWords, t } from "../../words/rule";
import { columnTypes } from "../../words/vocabulary";
import { IconButton } from "../Button";
import { Menu } from "../Menu";
import { Select } from "../Select";
import { arityOf, comparesText, firstOp, opsFor } from "./operators";
import styles from "./Rule.module.css";
import type { ConditionNode, SegmentNode } from "./tree";
import { Values } from "./Values";

export interface ConditionExprProps {
  dataset: string;
  columns: readonly Column[];
  node: ConditionNode;
  onChange: (node: ConditionNode) => void;
}

/** `column comparison value`, each part chosen in place. */
export function ConditionExpr({ dataset, columns, node, onChange }: ConditionExprProps) {
  const column = columns.find((it) => it.name === node.column);
  const type = column?.type ?? "text";
  const isUnknown = node.column !== "" && column === undefined;
  const options = columns.map((it) => ({ id: it.name, name: it.name, note: columnTypes[it.type] }));
  return (
    <>
      {node.negated ? <span className={styles.not}>{t("not")}</span> : null}
      <Select
        label={t("column")}
        look={node.column === "" ? "box" : "bare"}
        placeholder={t("chooseColumn")}
        options={isUnknown ? [{ id: node.column, name: node.column }, ...options] : options}
        value={node.column === "" ? null : node.column}
        onChange={(name) => {
          const chosen = columns.find((it) => it.name === name);
          const isSameType = chosen?.type === column?.type && column !== undefined;
          onChange({
            ...node,
            column: name,
            op: isSameType ? node.op : firstOp(chosen?.type ?? "text"),
            values: [],
            fold: false,
          });
        }}
      />
      {isUnknown ? <span className={styles.problem}>{t("unknownColumn")}</span> : null}
      {node.column === "" ? null : (
        <>
          <span className={styles.operator}>
            <Select<Op>
              label={t("operator")}
              look="bare"
              options={opsFor(type, node.op).map((op) => ({ id: op, name: opWords(op, type) }))}
              value={node.op}
              onChange={(op) =>
                onChange({
                  ...node,
                  op,
                  values: arityOf(op) === arityOf(node.op) ? node.values : keep(node, op),
                  fold: node.fold && comparesText(op, type),
                })
              }
            />
          </span>
          <Values
            dataset={dataset}
            type={type}
            distinct={column?.distinct ?? Infinity}
            node={node}
            onValues={(values) => onChange({ ...node, values })}
          />
          {node.fold ? <span className="sub">{t("ignoringCapitals")}</span> : null}
        </>
      )}
    </>
  );
}

/** As many of the values as another comparison can use. */
function keep(node: ConditionNode, op: Op): ConditionNode["values"] {
  const arity = arityOf(op);
  if (arity === "none") return [];
  return arity === "one" ? node.values.slice(0, 1) : node.values.slice(0, arity === "two" ? 2 : undefined);
}

export function ConditionMenu(props: {
  node: ConditionNode;
  columns: readonly Column[];
  onChange: (node: ConditionNode) => void;
  onRemove: () => void;
}) {
  const { node, onChange } = props;
  const type = props.columns.find((it) => it.name === node.column)?.type ?? "text";
  const canFold = node.column !== "" && comparesText(node.op, type);
  return (
    <Menu
      label={t("more")}
      entries={[
        ...(canFold
          ? [
              {
                id: "fold",
                name: node.fold ? t("unfold") : t("fold"),
                run: () => onChange({ ...node, fold: !node.fold }),
              },
            ]
          : []),
        {
          id: "negate",
          name: t("negate"),
          run: () => onChange({ ...node, negated: !node.negated }),
        },
        { id: "remove", name: t("remove"), apart: true, run: props.onRemove },
      ]}
    >
      <IconButton small name={t("more")} icon={<Ellipsis aria-hidden="true" />} />
    </Menu>
  );
}

export interface OtherSegment {
  id: string;
  name: string;
}

export function SegmentExpr(props: {
  others: readonly OtherSegment[];
  node: SegmentNode;
  onChange: (node: SegmentNode) => void;
}) {
  const { node, onChange } = props;
  const isUnknown = node.segment !== "" && !props.others.some((it) => it.id === node.segment);
  return (
    <>
      <Select
        label={t("segmentOp")}
        look="bare"
        options={[
          { id: "in", name: t("inSegment") },
          { id: "not", name: t("notInSegment") },
        ]}
        value={node.negated ? "not" : "in"}
        onChange={(chosen) => onChange({ ...node, negated: chosen === "not" })}
      />
      <Select
        label={t("addSegment")}
        placeholder={t("chooseSegment")}
        options={
          isUnknown ? [{ id: node.segment, name: node.segment }, ...props.others] : props.others
        }
        value={node.segment === "" ? null : node.segment}
        onChange={(segment) => onChange({ ...node, segment })}
      />
    </>
  );
}
