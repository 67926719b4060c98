/** What a person changes in the fake host's workbook. */
import type { Patch } from "../../api/types";
import { type Host, HostError } from "../host";
import type { Desk } from "./desk";
import { wordsOf } from "./findings";
import { applied, withVersion } from "./records";
import { confirmed } from "./standing";

export function edits(desk: Desk) {
  const { answer, open, segmentOf, sent, step } = desk;
  return {
    edit: (patch, burst) =>
      answer("edit", () => {
        sent.push(patch);
        const after = { ...open(), chain: applied(open().chain, patch) };
        return step(after, sentenceOf(patch), burst);
      }),
    confirmLink: (segment, link, onlyWording) =>
      answer("confirmLink", () => {
        const { chain } = open();
        const record = segmentOf(segment);
        const after = { ...open(), chain: confirmed(chain, record, link, onlyWording) };
        return step(after, `Confirmed the ${link} of ${record.name}`);
      }),
    suppress: ({ rule, record, field }, reason) =>
      answer("suppress", () => {
        const { chain } = open();
        const text = wordsOf(chain, { rule, record, field });
        if (text === null) throw new HostError("not_found", "Nothing is found there.", "");
        const suppression = { rule, record, field, text, reason, on: "2026-11-24" };
        const suppressions = [...chain.suppressions, suppression];
        return step({ ...open(), chain: { ...chain, suppressions } }, "Set a finding aside");
      }),
    bringBack: ({ rule, record, field }) =>
      answer("bringBack", () => {
        const { chain } = open();
        const suppressions = chain.suppressions.filter(
          (it) => it.rule !== rule || it.record !== record || it.field !== field,
        );
        return step({ ...open(), chain: { ...chain, suppressions } }, "Brought a finding back");
      }),
    promote: (segment, _reason) =>
      answer("promote", () => {
        const { chain } = open();
        const segments = chain.segments.map((it) => ({
          id: it.id,
          role: it.id === segment ? ("primary" as const) : demoted(it.role),
        }));
        return step({ ...open(), chain: applied(chain, { segments }) }, "Made a segment primary");
      }),
    newVersion: (segment, reason) =>
      answer("newVersion", () =>
        step(
          { ...open(), chain: withVersion(open().chain, segment, reason) },
          "Kept a version of the positioning",
        ),
      ),
    acceptMetrics: (dataset, accepted) =>
      answer("acceptMetrics", () => {
        const metrics = accepted.map(({ column, value, ...it }) => ({
          ...it,
          id: it.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
          dataset,
          formula: { rate: { where: { column, op: "eq" as const, value } } },
        }));
        sent.push({ metrics });
        return step(
          { ...open(), chain: applied(open().chain, { metrics }) },
          `Added ${metrics.length} metrics`,
        );
      }),
  } satisfies Partial<Host>;
}

function demoted(role: "primary" | "queued" | "not_for_us") {
  return role === "primary" ? ("queued" as const) : role;
}

function sentenceOf(patch: Patch): string {
  const kind = Object.keys(patch)[0] ?? "the workbook";
  return `Changed ${kind}`;
}
