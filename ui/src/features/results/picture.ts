/** The results as a picture: each metric's name and rates, its plot, and the verdict in words. */
import type { ResultRow, Results } from "../../api/types";
import type { Sheet } from "../../components/copy/sheet";
import { count, percent, plain } from "../../words/figures";
import { t } from "../../words/results";
import { stages, verdicts } from "../../words/vocabulary";
import { inOrder } from "./copied";
import type { Pair } from "./pairs";
import { differenceWords, intervalWords } from "./said";

/** Gathers the plots that stand under `root`, each in an element that names its metric. */
export function resultsSheet(
  root: Element | null,
  results: Results,
  pairs: readonly Pair[],
  segment: string,
): Sheet {
  const plots = new Map(
    [...(root?.querySelectorAll<HTMLElement>("[data-metric]") ?? [])].map((it) => [
      it.dataset.metric ?? "",
      it.querySelector<SVGSVGElement>("svg[role=img]"),
    ]),
  );
  const isMixed = pairs.some((it) => it.early.length > 0);
  return {
    title: t("pictureTitle", { segment }),
    heads: [segment, t("everyoneElse"), "", ""],
    rows: inOrder(pairs).map((result) => ({
      name: (result.name || t("unnamed")) + (isMixed ? ` (${stages[result.stage].toLowerCase()})` : ""),
      cells: [
        { drawing: null, lines: rate(result, result.row.value, result.row.n) },
        { drawing: null, lines: rate(result, result.row.against_value, result.row.against_n) },
        { drawing: plots.get(result.metric) ?? null, lines: [] },
        { drawing: null, lines: verdictLines(result) },
      ],
    })),
    foot: `${t("comparisons", { n: count(results.comparisons), one: results.comparisons === 1 })} · ${t("notATest")}`,
  };
}

function rate({ is_share }: ResultRow, value: number | null, n: number): string[] {
  if (value === null) return ["–"];
  return [`${is_share ? percent(value) : plain(value)} ${t("ofN", { n: count(n) })}`];
}

function verdictLines(result: ResultRow): string[] {
  if (result.row.difference === null) return [result.row.words];
  return [verdicts[result.row.verdict], intervalWords(result), differenceWords(result)].filter(
    (it) => it !== "",
  );
}
