/** A look from beside at a workbook that may only be read: who has it, and whether it changed. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { reads, useRead } from "./queries";
import { refresh } from "./tags";
import type { Glance } from "./types";

/** How often is looked, in milliseconds. */
const EVERY = 2_000;

/** The newest look; what somebody else changed is read again by itself. */
export function useGlance(): Glance | null {
  const client = useQueryClient();
  const { data } = useRead(reads.glance, [], { every: EVERY });
  const revision = data?.revision;
  useEffect(() => {
    if (revision !== undefined) refresh(client, ["book", "chain", "rows"]);
  }, [client, revision]);
  return data ?? null;
}
