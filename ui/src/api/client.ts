/** The window's one cache of answers, and what another workbook in view means to it. */
import { MutationCache, QueryClient } from "@tanstack/react-query";

import { asHostError } from "../host/host";
import { forgetRefused, report } from "./troubles";
import { writes } from "./writes";

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
