/** The settings as they hold, and how the page follows them. */
import { useEffect } from "react";

import { reads, useRead, useWrite, writes } from "../api/queries";
import { report } from "../api/troubles";
import type { Preferences } from "../api/types";
import { asHostError, type HostError } from "../host/host";

/** Dresses the page as it was chosen. What could not be read of the settings is said once. */
export function useDress(): void {
  const read = useRead(reads.settings, []);
  const theme = read.data?.settings.theme;
  const motion = read.data?.settings.motion;
  const trouble = read.data?.trouble ?? null;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === undefined || theme === "system") delete dataset.theme;
    else dataset.theme = theme;
    if (motion === "reduced") dataset.motion = motion;
    else delete dataset.motion;
  }, [theme, motion]);
  useEffect(() => {
    if (trouble !== null) report(asHostError(trouble));
  }, [trouble]);
}

export interface Choosing {
  settings: Preferences | null;
  usualAuthor: string;
  change: (part: Partial<Preferences>) => void;
  error: HostError | null;
}

/** The settings, and the way to change some of them. */
export function useSettings(): Choosing {
  const read = useRead(reads.settings, []);
  const changing = useWrite(writes.changeSettings, { showsItsTrouble: true });
  return {
    settings: read.data?.settings ?? null,
    usualAuthor: read.data?.usual_author ?? "",
    change: changing.run,
    error: changing.error ?? read.error,
  };
}
