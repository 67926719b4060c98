/**
 * The results as they are taken along: all figures of a comparison, with every digit. Shares and
 * their differences are fractions there, and what was typed in words stays words. Pure.
 */
import type { ResultRow } from "../../api/types";
import { type CopiedColumn, type CopiedTable, tableOf } from "../../components/copy/delimited";
import { t as tCopy } from "../../words/copy";
import { t } from "../../words/results";
import { betters, stages, verdicts } from "../../words/vocabulary";
import type { Pair } from "./pairs";

/** The rows in the order they are read: a downstream metric, then the early ones that lead to it. */
export function inOrder(pairs: readonly Pair[]): ResultRow[] {
  return pairs.flatMap(({ downstream, early }) => [downstream, ...early]);
}

export function copiedResults(pairs: readonly Pair[], segment: string): CopiedTable {
  const them = tCopy("everyoneElse");
  const apart = tCopy("difference");
  return tableOf<ResultRow>(
    [
      { name: t("metric"), text: (it) => it.name || t("unnamed") },
      { name: tCopy("stage"), text: (it) => stages[it.stage] },
      { name: tCopy("measure"), text: (it) => tCopy(it.is_share ? "share" : "mean") },
      { name: tCopy("better"), text: (it) => betters[it.better] },
      { name: segment, text: ({ row }) => row.value },
      { name: tCopy("low", { of: segment }), text: ({ row }) => row.low },
      { name: tCopy("high", { of: segment }), text: ({ row }) => row.high },
      { name: tCopy("nOf", { of: segment }), text: ({ row }) => row.n },
      { name: tCopy("unknownOf", { of: segment }), text: ({ row }) => row.unknown },
      { name: them, text: ({ row }) => row.against_value },
      { name: tCopy("low", { of: them }), text: ({ row }) => row.against_low },
      { name: tCopy("high", { of: them }), text: ({ row }) => row.against_high },
      { name: tCopy("nOf", { of: them }), text: ({ row }) => row.against_n },
      { name: tCopy("unknownOf", { of: them }), text: ({ row }) => row.against_unknown },
      { name: apart, text: ({ row }) => row.difference },
      { name: tCopy("low", { of: apart }), text: ({ row }) => row.difference_low },
      { name: tCopy("high", { of: apart }), text: ({ row }) => row.difference_high },
      { name: tCopy("p"), text: ({ row }) => row.p },
      { name: tCopy("q"), text: ({ row }) => row.q },
      {
        name: tCopy("verdict"),
        text: ({ row }) => (row.difference === null ? "" : verdicts[row.verdict]),
      },
      { name: tCopy("inWords"), text: ({ row }) => row.words },
    ],
    inOrder(pairs),
  );
}

/** What a copy says after a segment's figure: its interval and its n. */
export function intervalAnd(of: string): CopiedColumn<ResultRow>[] {
  return [
    { name: tCopy("low", { of }), text: ({ row }) => row.low },
    { name: tCopy("high", { of }), text: ({ row }) => row.high },
    { name: tCopy("nOf", { of }), text: ({ row }) => row.n },
  ];
}
