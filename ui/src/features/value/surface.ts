/**
 * What a person does on the value surface: write a sentence, start the next one, hang it on
 * another, take it away. A sentence becomes a record when its first words are saved; an empty one
 * that is left was never there.
 */
import { useState } from "react";

import { type SegmentPatch, useEdit, useSegmentEdit } from "../../api/edit";
import { newId } from "../../api/ids";
import type { Segment, Value } from "../../api/types";
import { pathOf } from "./layout";

export type Kind = keyof Value;

/** What a new sentence hangs on, under the name its kind has for it. */
export interface Hanging {
  job?: string;
  pain?: string;
  payoff?: string;
  supports?: string;
}

/** A sentence that has been started and may not be written yet. */
interface Slot {
  id: string;
  kind: Kind;
  hanging: Hanging;
  saved: boolean;
}

export interface Surface {
  /** The value with the sentences that have been started. */
  value: Value;
  /** Whether a sentence is only started; such a one takes the focus. */
  isSlot: (id: string) => boolean;
  start: (kind: Kind, hanging: Hanging) => void;
  save: (kind: Kind, id: string, text: string) => void;
  hang: (kind: Kind, id: string, hanging: Hanging) => void;
  remove: (kind: Kind, id: string) => void;
  /** The sentence left without a word is gone. */
  leave: (id: string) => void;
  inHand: string | null;
  take: (id: string | null) => void;
  /** The sentences on the path of the one in hand. */
  onPath: (id: string) => boolean;
  edit: (patch: SegmentPatch) => void;
}

const prefixes: Readonly<Record<Kind, string>> = {
  jobs: "job",
  pains: "pain",
  payoffs: "payoff",
  proofs: "proof",
  features: "feature",
};

export function useSurface(record: Segment): Surface {
  const [slots, setSlots] = useState<readonly Slot[]>([]);
  const [inHand, take] = useState<string | null>(null);
  const edit = useSegmentEdit(record.id);
  const editBook = useEdit();
  const open = slots.filter((slot) => record.value[slot.kind].every(({ id }) => id !== slot.id));
  const value = withSlots(record.value, open);
  const path = inHand === null ? null : pathOf(value, inHand);
  return {
    value,
    inHand,
    take,
    edit,
    isSlot: (id) => open.some((slot) => slot.id === id),
    onPath: (id) => path?.has(id) ?? false,
    start: (kind, hanging) =>
      setSlots([...open, { id: newId(prefixes[kind]), kind, hanging, saved: false }]),
    save: (kind, id, text) => {
      const slot = open.find((it) => it.id === id);
      if (slot !== undefined && text.trim() === "") return;
      setSlots((now) => now.map((it) => (it.id === id ? { ...it, saved: true } : it)));
      edit({ value: valuePatch(kind, { id, ...slot?.hanging, text }) });
    },
    hang: (kind, id, hanging) => edit({ value: valuePatch(kind, { id, ...hanging }) }),
    remove: (kind, id) => {
      setSlots((now) => now.filter((it) => it.id !== id));
      if (record.value[kind].some((it) => it.id === id)) editBook({ remove: [`${kind}/${id}`] });
    },
    leave: (id) => setSlots((now) => now.filter((it) => it.id !== id || it.saved)),
  };
}

type ValuePatch = NonNullable<SegmentPatch["value"]>;

function valuePatch(kind: Kind, record: { id: string; text?: string } & Hanging): ValuePatch {
  const patch: ValuePatch = {};
  patch[kind] = [record];
  return patch;
}

function withSlots(value: Value, slots: readonly Slot[]): Value {
  const started = (kind: Kind) =>
    slots
      .filter((slot) => slot.kind === kind)
      .map(({ id, hanging }) => ({
        id,
        text: "",
        kind: null,
        job: hanging.job ?? "",
        pain: hanging.pain ?? "",
        payoff: hanging.payoff ?? "",
        supports: hanging.supports ?? "",
        severity: null,
        quantity: null,
        unit: "",
        horizon_days: null,
      }));
  return {
    jobs: [...value.jobs, ...started("jobs")],
    pains: [...value.pains, ...started("pains")],
    payoffs: [...value.payoffs, ...started("payoffs")],
    proofs: [...value.proofs, ...started("proofs")],
    features: [...value.features, ...started("features")],
  };
}
