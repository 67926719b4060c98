/**
 * What the coach finds, for the fields that are on screen: each looks up its own. Without a coach
 * around it a field has no findings.
 */
import { createContext, type ReactNode, useContext, useMemo } from "react";

import type { Finding } from "../../api/types";

type ByPlace = ReadonlyMap<string, readonly Finding[]>;

const NOTHING: readonly Finding[] = [];
const FoundContext = createContext<ByPlace>(new Map());

export function Found(props: { findings: readonly Finding[]; children: ReactNode }) {
  const { findings } = props;
  const byPlace = useMemo(() => {
    const places = new Map<string, Finding[]>();
    for (const it of findings) {
      const key = placeKey(it.record, it.field);
      const list = places.get(key);
      if (list === undefined) places.set(key, [it]);
      else list.push(it);
    }
    return places;
  }, [findings]);
  return <FoundContext value={byPlace}>{props.children}</FoundContext>;
}

/** The findings of one field of one record. */
export function useFindings(record: string | undefined, field: string | undefined) {
  const places = useContext(FoundContext);
  if (record === undefined || field === undefined) return NOTHING;
  return places.get(placeKey(record, field)) ?? NOTHING;
}

function placeKey(record: string, field: string): string {
  return `${record}\n${field}`;
}
