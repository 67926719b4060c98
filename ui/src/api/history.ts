/** The history page by page: the newest entries first, older ones as they come into view. */
import { useInfiniteQuery } from "@tanstack/react-query";

import { useHost } from "../host/context";
import { asHostError, type HostError } from "../host/host";
import type { Tag } from "./tags";
import type { LogEntry, LogPage, Snapshot } from "./types";

/** Entries of a page. */
const PAGE = 200;

const provides: readonly Tag[] = ["chain", "rows", "names"];

export interface Log {
  /** The entries read so far, newest first; null while there are none to show. */
  entries: readonly LogEntry[] | null;
  total: number;
  /** The change after which the workbook stands; 0 before the first. */
  now: number;
  snapshots: readonly Snapshot[];
  /** Whether the oldest entry is there. */
  whole: boolean;
  error: HostError | null;
  /** Reads on, if there is more. */
  more: () => void;
  again: () => void;
}

/** The history of the workbook as it was opened then. */
export function useLog(session: number): Log {
  const host = useHost();
  const result = useInfiniteQuery({
    queryKey: ["history", session],
    queryFn: async ({ pageParam }): Promise<LogPage> => {
      try {
        return await host.history(pageParam, PAGE);
      } catch (thrown) {
        throw asHostError(thrown);
      }
    },
    initialPageParam: firstPage,
    getNextPageParam: (last) => {
      const oldest = last.changes.at(-1)?.seq ?? 1;
      return oldest > 1 ? oldest : undefined;
    },
    meta: { provides },
  });
  const newest = result.data?.pages[0];
  return {
    entries: result.data?.pages.flatMap((page) => page.changes) ?? null,
    total: newest?.total ?? 0,
    now: newest?.now ?? 0,
    snapshots: newest?.snapshots ?? [],
    whole: result.data !== undefined && !result.hasNextPage,
    error: result.error === null ? null : asHostError(result.error),
    more: () => {
      if (result.hasNextPage && !result.isFetching) void result.fetchNextPage();
    },
    again: () => void result.refetch(),
  };
}

const firstPage: number | null = null;
