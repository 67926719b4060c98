/** The made-up table of the fake host: what it would bring, bringing it, and counting in it. */
import type { Preview, Proposal, ReadSettings } from "../../api/types";
import { type Host, HostError } from "../host";
import type { Desk } from "./desk";
import { applied } from "./records";
import { columnsOf, countRule, type FakeTable, valuesOf } from "./rows";
import { rulesOf, ruleWords } from "./view";

/** A made-up size, so that progress has something to count. */
const BYTES_A_ROW = 2_000;

export function tables(desk: Desk) {
  const { answer, open, rows, step, table } = desk;
  return {
    chooseTable: () => answer("chooseTable", () => ({ name: "customers.csv" })),
    previewTable: (settings) => answer("previewTable", () => previewOf(table, settings)),
    importTable: async (settings, onProgress, stop) => {
      const total = table.rows.length;
      for (let rowsDone = 0; rowsDone < total; rowsDone += 200) {
        // One after the other: this is the passing of time.
        // oxlint-disable-next-line no-await-in-loop
        await new Promise((resolve) => setTimeout(resolve, 40));
        if (stop?.aborted === true) throw new HostError("cancelled", "The import was cancelled.", "");
        onProgress({ done: rowsDone * BYTES_A_ROW, total: total * BYTES_A_ROW, rows: rowsDone });
      }
      return answer("importTable", () => {
        const { chain } = open();
        const id = settings.name || "customers";
        const unit = settings.unit || "customer";
        const key = settings.read.key ?? "customer_id";
        const datasets = [{ id, unit, key, as_of: settings.as_of }];
        step(
          { chain: applied(chain, { datasets }), imported: id },
          `Imported 1,200 rows of customers.csv as ${id}`,
        );
        const { outline } = previewOf(table, settings.read);
        return {
          dataset: id,
          rows: total,
          rejected: outline.rejected,
          rejected_count: outline.rejected.length,
          columns: outline.columns,
          grade: null,
          key,
          unit,
          notes: outline.notes.map((it) => it.words),
          proposals: proposals(table),
        };
      });
    },
    columnValues: (dataset, column) =>
      answer("columnValues", () => valuesOf(rows(dataset), column)),
    countRule: (dataset, rule) =>
      answer("countRule", () => {
        const { chain } = open();
        const asOf = chain.datasets.find((it) => it.id === dataset)?.as_of ?? "";
        const counted = countRule(rows(dataset), rule, rulesOf(chain), asOf);
        return { ...counted, words: ruleWords(rule, chain) };
      }),
  } satisfies Partial<Host>;
}

function previewOf(table: FakeTable, settings: ReadSettings): Preview {
  return {
    outline: {
      name: "customers",
      encoding: "UTF-8",
      delimiter: "comma",
      rows: table.rows.length,
      columns: columnsOf(table).map((column) => ({
        ...column,
        type: settings.types[column.name] ?? column.type,
      })),
      rejected: [
        { line: 118, why: "9 cells where the header has 10" },
        { line: 977, why: "9 cells where the header has 10" },
      ],
      notes: [
        {
          kind: "decimal_comma",
          column: "monthly_charges",
          words: "A comma was read as the decimal sign.",
        },
      ],
      key: settings.key ?? "customer_id",
      unit: "customer",
    },
    first: table.rows
      .slice(0, 20)
      .map((row) => table.names.map((name) => String(row[name] ?? ""))),
  };
}

function proposals(table: FakeTable): Proposal[] {
  const yes = (column: string, value: string | boolean) =>
    table.rows.filter((row) => row[column] === value).length;
  return [
    {
      column: "churn",
      value: "Yes",
      name: "Churn",
      better: "lower",
      outcome_like: true,
      n: yes("churn", "Yes"),
      of: table.rows.length,
    },
    {
      column: "paperless",
      value: "true",
      name: "Paperless",
      better: "higher",
      outcome_like: false,
      n: yes("paperless", true),
      of: table.rows.length,
    },
    {
      column: "gender",
      value: "Female",
      name: "Gender is Female",
      better: "higher",
      outcome_like: false,
      n: yes("gender", "Female"),
      of: table.rows.length,
    },
  ];
}
