/**
 * What the coach says, for whatever is on screen: each field looks up its own findings, the pane
 * shows them all, and both know which one is open.
 */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";

import type { Finding } from "../../api/types";
import type { Mark } from "../underlines";
import { keyOf } from "./order";

/** From this width on the pane stands beside the work; below it lies over it. */
const BESIDE = "(min-width: 1200px)";

export interface Coach {
  /** What a person wants of the pane; null lets it open by itself when there is something to say. */
  wanted: "open" | "folded" | null;
  want: (wanted: "open" | "folded" | null) => void;
  /** The finding whose card is open, by its key. */
  shown: string | null;
  /** Opens a finding's card, and the pane when it is folded. */
  show: (key: string | null) => void;
  /** Opens a finding's card where the pane is open already. */
  point: (key: string) => void;
  /** Whether there is room for the pane beside the work. */
  beside: boolean;
}

type ByPlace = ReadonlyMap<string, readonly Finding[]>;

const NOTHING: readonly Finding[] = [];
const FoundContext = createContext<ByPlace>(new Map());
const CoachContext = createContext<Coach>({
  wanted: null,
  want: () => {},
  shown: null,
  show: () => {},
  point: () => {},
  beside: false,
});

export function CoachProvider(props: { findings: readonly Finding[]; children: ReactNode }) {
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
  const [wanted, want] = useState<Coach["wanted"]>(null);
  const [shown, setShown] = useState<string | null>(null);
  const beside = useBeside();
  const show = useCallback((key: string | null) => {
    setShown(key);
    if (key !== null) want("open");
  }, []);
  const coach = useMemo(
    () => ({ wanted, want, shown, show, point: setShown, beside }),
    [wanted, shown, show, beside],
  );
  return (
    <FoundContext value={byPlace}>
      <CoachContext value={coach}>{props.children}</CoachContext>
    </FoundContext>
  );
}

export function useCoach(): Coach {
  return useContext(CoachContext);
}

/** The findings of one field of one record. */
export function useFindings(
  record: string | undefined,
  field: string | undefined,
): readonly Finding[] {
  const places = useContext(FoundContext);
  if (record === undefined || field === undefined) return NOTHING;
  return places.get(placeKey(record, field)) ?? NOTHING;
}

/** The words that findings mean, in the text they stand in. */
export function useMarks(findings: readonly Finding[]): Mark[] {
  const { shown } = useCoach();
  return findings.flatMap((it) => markOf(it, shown));
}

/** The words that a finding means; none when it means none in particular. */
export function markOf(finding: Finding, shown: string | null): Mark[] {
  const { level, start, end } = finding;
  if (start === null || end === null) return [];
  const key = keyOf(finding);
  return [{ level, start, end, key, current: key === shown }];
}

function placeKey(record: string, field: string): string {
  return `${record}\n${field}`;
}

function useBeside(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(BESIDE);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(BESIDE).matches,
  );
}
