/** The hooks through which places ask the host and change things. */
import { type QueryClient, skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useHost } from "../host/context";
import { asHostError, type HostError } from "../host/host";
import { bookKey, type Read, settle, type Write } from "./tags";
import { refuse, report, settled } from "./troubles";
import { saveTyping } from "./typing";
import type { Book } from "./types";

export { reads } from "./reads";
export { writes } from "./writes";

/** What a place needs of an answer; the error is always of the host's kind. */
export interface Answer<T> {
  data: T | undefined;
  error: HostError | null;
  /** Nothing to show yet. */
  waiting: boolean;
  /** Something is shown, and a newer answer is on its way. */
  refreshing: boolean;
  /** Asks once more, after a failure. */
  again: () => void;
}

/**
 * Asks the host. `null` arguments mean "not yet": nothing is asked. While arguments change the
 * last answer stays in view, so that figures do not blink. `every` asks again after so many
 * milliseconds.
 */
export function useRead<Args extends readonly unknown[], T>(
  it: Read<Args, T>,
  args: Args | null,
  options?: { every?: number },
): Answer<T> {
  const host = useHost();
  // The open workbook is one; what it answers is another's once another is open.
  const queryKey: readonly unknown[] =
    it.name === bookKey[0] ? bookKey : [it.name, host.session, ...(args ?? [null])];
  const result = useQuery({
    queryKey,
    queryFn:
      args === null
        ? skipToken
        : async () => {
            try {
              return await it.run(host, ...args);
            } catch (thrown) {
              throw asHostError(thrown);
            }
          },
    meta: { provides: it.provides },
    // What another workbook answered is never shown as this one's.
    placeholderData: (last, query) => (query?.queryKey[1] === host.session ? last : undefined),
    refetchInterval: options?.every ?? false,
    // A window that is not in front still waits for the workbook to become free.
    refetchIntervalInBackground: true,
  });
  return {
    data: args === null ? undefined : result.data,
    error: result.error === null ? null : asHostError(result.error),
    waiting: result.isLoading,
    refreshing: result.isFetching && !result.isLoading,
    again: () => void result.refetch(),
  };
}

export interface Doing<Input, T> {
  run: (input: Input) => void;
  /** The same, for flows that go on with the answer; rejects with a HostError. */
  ask: (input: Input) => Promise<T>;
  busy: boolean;
  error: HostError | null;
  reset: () => void;
}

/**
 * Changes something. Edits run one after the other in the order they were asked for, and after the
 * words that are being typed. A problem is shown in the frame's trouble line unless the place says
 * that it shows it itself.
 */
export function useWrite<Input, T>(
  it: Write<Input, T>,
  options?: { showsItsTrouble?: boolean },
): Doing<Input, T> {
  const host = useHost();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationKey: [it.name],
    mutationFn: async (input: Input) => {
      try {
        return await it.run(host, input);
      } catch (thrown) {
        throw asHostError(thrown);
      }
    },
    onSuccess: (answer, input) => {
      // What another workbook answers late is not of the one in view.
      if (!isInView(client, host.session)) return;
      if (it.patch) settled(it.patch(input));
      settle(client, it, answer);
    },
    onError: (error, input) => {
      if (it.patch === undefined) return;
      // Words that were meant for another workbook must not be tried again in this one.
      if (isInView(client, host.session)) refuse(asHostError(error), it.patch(input));
      else report(asHostError(error));
    },
    // Changes of the book queue; long work and dialogs do not hold them up.
    ...(it.book || it.queues ? { scope: { id: "book" } } : {}),
    meta: { quiet: it.patch !== undefined || (options?.showsItsTrouble ?? false) },
  });
  // An edit may be those very words, or goes beside them in the same burst.
  const first = () => {
    if (it.patch === undefined) saveTyping();
  };
  return {
    run: (input) => {
      first();
      mutation.mutate(input);
    },
    ask: (input) => {
      first();
      return mutation.mutateAsync(input);
    },
    busy: mutation.isPending,
    error: mutation.error === null ? null : asHostError(mutation.error),
    reset: mutation.reset,
  };
}

/** Whether a change that was begun in an opening of a workbook is of the one in view. */
function isInView(client: QueryClient, session: number | null): boolean {
  const shown = client.getQueryData<Book | null>(bookKey);
  return session === null || shown === undefined || shown?.session === session;
}
