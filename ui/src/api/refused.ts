/**
 * Patches that the host refused: what a person wrote and the workbook does not have. They are kept
 * field by field until the same field is saved, its record is removed, or they are sent again.
 */
import type { Patch } from "./types";

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasId(value: unknown): value is Fields & { id: string } {
  return isFields(value) && typeof value.id === "string";
}

function isRecords(value: unknown): value is (Fields & { id: string })[] {
  return Array.isArray(value) && value.length > 0 && value.every(hasId);
}

/** Whether a value is merged field by field; all others are replaced whole. */
function isMerged(key: string, value: unknown): value is Fields {
  return key !== "rule" && key !== "formula" && isFields(value) && Object.keys(value).length > 0;
}

function pathsOf(fields: Fields, path: string): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const here = `${path}${key}`;
    if (isRecords(value)) {
      return value.flatMap(({ id, ...its }) => pathsOf(its, `${here}/${id}/`));
    }
    return isMerged(key, value) ? pathsOf(value, `${here}/`) : [here];
  });
}

/** The fields that a patch writes, as "segments/two-year/value/pains/x/text". */
export function fieldsOf(patch: Patch): string[] {
  const { remove: _removed, place: _placed, ...rest } = patch;
  return pathsOf(rest, "");
}

/** A patch without the fields that another one has written since; null when nothing is left. */
export function leftOf(patch: Patch, written: Patch): Patch | null {
  const fields = new Set(fieldsOf(written));
  const removed = written.remove ?? [];
  const isGone = (path: string) => removed.some((it) => `/${path}/`.includes(`/${it}/`));
  const prune = (from: Fields, path: string): Fields => {
    const kept = Object.entries(from).flatMap(([key, value]): [string, unknown][] => {
      const here = `${path}${key}`;
      if (isRecords(value)) {
        const records = value.flatMap(({ id, ...its }) => {
          if (isGone(`${here}/${id}`)) return [];
          const left = prune(its, `${here}/${id}/`);
          // A record that was sent with nothing but its id stays: it is new.
          const isEmptied = Object.keys(left).length === 0 && Object.keys(its).length > 0;
          return isEmptied ? [] : [{ id, ...left }];
        });
        return records.length === 0 ? [] : [[key, records]];
      }
      if (!isMerged(key, value)) return fields.has(here) ? [] : [[key, value]];
      const left = prune(value, `${here}/`);
      return Object.keys(left).length === 0 ? [] : [[key, left]];
    });
    return Object.fromEntries(kept);
  };
  const { remove, place, ...rest } = patch;
  const left: Patch = prune(rest, "");
  const stillToRemove = remove?.filter((it) => !removed.includes(it)) ?? [];
  if (stillToRemove.length > 0) left.remove = stillToRemove;
  const isPlaced = (name: string) => written.place?.some(({ record }) => record === name) ?? false;
  const stillToPlace =
    place?.filter(({ record, before = "" }) =>
      !isPlaced(record) && !removed.includes(record) && !removed.includes(before),
    ) ?? [];
  if (stillToPlace.length > 0) left.place = stillToPlace;
  return Object.keys(left).length === 0 ? null : left;
}

/** What is left of all refused patches once one was written. */
export function leftAfter(refused: readonly Patch[], written: Patch): Patch[] {
  return refused.map((it) => leftOf(it, written)).filter((it) => it !== null);
}
