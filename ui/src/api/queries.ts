/** Every read and write of the window, with its tags, and the hooks that places use them through. */
import {
  MutationCache,
  QueryClient,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import { useHost } from "../host/context";
import { asHostError, type HostError } from "../host/host";
import { bookKey, type Read, settle, type Write } from "./tags";
import { forgetRefused, refuse, report, settled } from "./troubles";
import { saveTyping } from "./typing";
import type {
  Accepted,
  Book,
  BriefFormat,
  FindingPlace,
  Imported,
  ImportSettings,
  Link,
  Patch,
  PictureFormat,
  Preview,
  Progress,
  ReadSettings,
  Rule,
  Sample,
  Template,
  Preferences,
} from "./types";

const read = <Args extends readonly unknown[], T>(it: Read<Args, T>) => it;
const write = <Input, T>(it: Write<Input, T>) => it;
const everything = ["book", "chain", "rows"] as const;
/** Another workbook is in view, or none. */
const another = [...everything, "recent"] as const;
const itself = (answer: Book | null) => answer;

export const reads = {
  appInfo: read({ name: "app_info", provides: [], run: (host) => host.appInfo() }),
  samples: read({ name: "samples", provides: [], run: (host) => host.samples() }),
  book: read({ name: "book", provides: ["book"], run: (host) => host.book() }),
  columnValues: read({
    name: "column_values",
    provides: ["rows"],
    run: (host, dataset: string, column: string) => host.columnValues(dataset, column),
  }),
  countRule: read({
    name: "count_rule",
    provides: ["rows", "chain"],
    run: (host, dataset: string, rule: Rule) => host.countRule(dataset, rule),
  }),
  linkGrounds: read({
    name: "link_grounds",
    provides: ["rows", "chain"],
    run: (host, segment: string, link: Link) => host.linkGrounds(segment, link),
  }),
  rules: read({ name: "rules", provides: [], run: (host) => host.rules() }),
  results: read({
    name: "results",
    provides: ["rows", "chain"],
    run: (host, segment: string) => host.results(segment),
  }),
  told: read({
    name: "told",
    provides: ["chain", "rows"],
    run: (host, seq: number) => host.told(seq),
  }),
  previewReturn: read({
    name: "preview_return",
    provides: ["chain", "rows", "names"],
    run: (host, seq: number) => host.previewReturn(seq),
  }),
  search: read({
    name: "search",
    provides: ["chain", "rows"],
    run: (host, query: string, limit: number) => host.search(query, limit),
  }),
  mapResults: read({
    name: "map_results",
    provides: ["rows", "chain"],
    run: (host, metrics: string[]) => host.mapResults(metrics),
  }),
  brief: read({
    name: "brief",
    provides: ["rows", "chain", "settings"],
    run: (host, segment: string) => host.brief(segment),
  }),
  settings: read({ name: "settings", provides: ["settings"], run: (host) => host.settings() }),
  glance: read({ name: "glance", provides: [], run: (host) => host.glance() }),
  place: read({
    name: "place",
    provides: ["recent"],
    run: (host, _file: string) => host.place(),
  }),
  recents: read({ name: "recents", provides: ["recent"], run: (host) => host.recents() }),
};

export const writes = {
  newBook: write({
    name: "new_book",
    touches: another,
    run: (host, template: Template | void) => host.newBook(template ?? "blank"),
  }),
  sampleBook: write({
    name: "sample_book",
    touches: another,
    run: (host, sample: Sample) => host.sampleBook(sample),
  }),
  openBook: write({
    name: "open_book",
    touches: another,
    run: (host, _input: void) => host.openBook(),
  }),
  openRecent: write({
    name: "open_recent",
    touches: another,
    run: (host, id: string) => host.openRecent(id),
  }),
  forgetRecent: write({
    name: "forget_recent",
    touches: ["recent"],
    run: (host, id: string) => host.forgetRecent(id),
  }),
  openAsked: write({
    name: "open_asked",
    touches: another,
    run: (host, readOnly: boolean) => host.openAsked(readOnly),
  }),
  editNow: write({
    name: "edit_now",
    touches: another,
    run: (host, _input: void) => host.editNow(),
  }),
  toldPlace: write({
    name: "told_place",
    touches: ["recent"],
    run: (host, _input: void) => host.toldPlace(),
  }),
  changeSettings: write({
    name: "change_settings",
    touches: ["settings"],
    run: (host, part: Partial<Preferences>) => host.changeSettings(part),
  }),
  closeBook: write({
    name: "close_book",
    touches: another,
    run: (host, _input: void) => host.closeBook(),
    book: () => null,
  }),
  edit: write({
    name: "edit",
    touches: ["book", "chain"],
    run: (host, it: { patch: Patch; burst: string | null }) => host.edit(it.patch, it.burst),
    patch: (it) => it.patch,
    book: itself,
  }),
  undo: write({
    name: "undo",
    touches: everything,
    run: (host, _input: void) => host.undo(),
    book: itself,
  }),
  redo: write({
    name: "redo",
    touches: everything,
    run: (host, _input: void) => host.redo(),
    book: itself,
  }),
  confirmLink: write({
    name: "confirm_link",
    touches: ["book", "chain"],
    run: (host, it: { segment: string; link: Link; only_wording: boolean }) =>
      host.confirmLink(it.segment, it.link, it.only_wording),
    book: itself,
  }),
  suppress: write({
    name: "suppress",
    touches: ["book", "chain"],
    run: (host, it: { finding: FindingPlace; reason: string }) =>
      host.suppress(it.finding, it.reason),
    book: itself,
  }),
  bringBack: write({
    name: "bring_back",
    touches: ["book", "chain"],
    run: (host, it: FindingPlace) => host.bringBack(it),
    book: itself,
  }),
  returnTo: write({
    name: "return_to",
    touches: [...everything, "names"],
    run: (host, seq: number) => host.returnTo(seq),
    book: itself,
  }),
  snapshot: write({
    name: "snapshot",
    touches: ["names"],
    run: (host, name: string) => host.snapshot(name),
    queues: true,
  }),
  removeSnapshot: write({
    name: "remove_snapshot",
    touches: ["names"],
    run: (host, name: string) => host.removeSnapshot(name),
    queues: true,
  }),
  promote: write({
    name: "promote",
    touches: ["book", "chain"],
    run: (host, it: { segment: string; reason: string }) => host.promote(it.segment, it.reason),
    book: itself,
  }),
  newVersion: write({
    name: "new_version",
    touches: ["book", "chain"],
    run: (host, it: { segment: string; reason: string }) =>
      host.newVersion(it.segment, it.reason),
    book: itself,
  }),
  acceptMetrics: write({
    name: "accept_metrics",
    touches: ["book", "chain"],
    run: (host, it: { dataset: string; accepted: Accepted[] }) =>
      host.acceptMetrics(it.dataset, it.accepted),
    book: itself,
  }),
  chooseTable: write({
    name: "choose_table",
    touches: [],
    run: (host, _input: void) => host.chooseTable(),
  }),
  previewTable: write({
    name: "preview_table",
    touches: [],
    run: (host, it: { settings: ReadSettings; stop: AbortSignal }): Promise<Preview> =>
      host.previewTable(it.settings, it.stop),
  }),
  importTable: write({
    name: "import_table",
    touches: everything,
    run: (
      host,
      it: {
        settings: ImportSettings;
        onProgress: (now: Progress) => void;
        stop: AbortSignal;
      },
    ): Promise<Imported> => host.importTable(it.settings, it.onProgress, it.stop),
  }),
  showExport: write({
    name: "show_export",
    touches: [],
    run: (host, _input: void) => host.showExport(),
  }),
  savePicture: write({
    name: "save_picture",
    touches: [],
    run: (host, it: { title: string; format: PictureFormat; bytes: Uint8Array }) =>
      host.savePicture(it.title, it.format, it.bytes),
  }),
  exportBrief: write({
    name: "export_brief",
    touches: [],
    run: (host, it: { segment: string; format: BriefFormat }) =>
      host.exportBrief(it.segment, it.format),
  }),
};

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

const opens: readonly unknown[] = [
  writes.newBook.name,
  writes.openBook.name,
  writes.sampleBook.name,
  writes.openRecent.name,
  writes.openAsked.name,
];

/** Whether another workbook is open after a write, or none; a dialog that was cancelled says null. */
function changesBook(name: unknown, answer: unknown): boolean {
  return name === writes.closeBook.name || (opens.includes(name) && answer !== null);
}

/** The cache behind the hooks: the host is on this computer, so nothing is retried or refetched. */
export function makeClient(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onSuccess: (answer, _input, _context, mutation) => {
        if (changesBook(mutation.options.mutationKey?.[0], answer)) forgetRefused();
      },
      onError: (error, _input, _context, mutation) => {
        if (mutation.meta?.quiet !== true) report(asHostError(error));
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
