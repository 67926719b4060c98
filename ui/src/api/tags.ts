/**
 * Reads declare what they provide, writes what they touch; which answers are asked for again
 * follows from that and is listed nowhere by hand.
 */
import type { QueryClient } from "@tanstack/react-query";

import type { Book, Patch } from "./types";
import type { Host } from "../host/host";

/** What can change: the open book, its records, its rows, the names in its history; the settings, the list of recent books. */
export type Tag = "book" | "chain" | "rows" | "names" | "settings" | "recent";

export const everyTag: readonly Tag[] = ["book", "chain", "rows", "names", "settings", "recent"];

export interface Read<Args extends readonly unknown[], T> {
  name: string;
  provides: readonly Tag[];
  run: (host: Host, ...args: Args) => Promise<T>;
}

export interface Write<Input, T> {
  name: string;
  touches: readonly Tag[];
  run: (host: Host, input: Input) => Promise<T>;
  /** Waits for the changes before it, though its answer is no book. */
  queues?: true;
  /** For edits: what they write, so that it is kept when it is refused. */
  patch?: (input: Input) => Patch;
  /** The book in the answer, where there is one: it is shown at once instead of asked for again. */
  book?: (answer: T) => Book | null;
}

export const bookKey = ["book"] as const;

/**
 * After a write: takes over the book it answered with, and asks again for all it touched. Nobody
 * waits for those answers: writes queue, and the next one must not stand behind slow reads.
 */
export function settle<Input, T>(client: QueryClient, write: Write<Input, T>, answer: T): void {
  const touched = new Set<Tag>(write.touches);
  if (write.book) {
    client.setQueryData(bookKey, write.book(answer));
    touched.delete("book");
  }
  refresh(client, [...touched]);
}

/** Asks again for all answers that provide one of the tags. */
export function refresh(client: QueryClient, tags: readonly Tag[]): void {
  void client.invalidateQueries({
    predicate: (query) => {
      const provides = query.meta?.provides;
      return Array.isArray(provides) && provides.some((tag) => tags.includes(tag as Tag));
    },
  });
}
