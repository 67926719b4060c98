/** Writing to the chain from a place: one patch a change, always through the host. */
import { useWrite, writes } from "./queries";
import { burstNow } from "./typing";
import type { Patch, Segment } from "./types";

export type SegmentPatch = Omit<NonNullable<Patch["segments"]>[number], "id">;

/** Sends patches. The answer comes back as the open book; a problem shows in the frame. */
export function useEdit(): (patch: Patch) => void {
  const { run } = useWrite(writes.edit);
  return (patch) => run({ patch, burst: burstNow() });
}

/** Sends patches to one segment. */
export function useSegmentEdit(segment: Segment["id"]): (patch: SegmentPatch) => void {
  const edit = useEdit();
  return (patch) => edit({ segments: [{ id: segment, ...patch }] });
}
