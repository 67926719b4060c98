/**
 * Where the window is: a place and the segment in view, kept in the address after the hash so that
 * back and forward work and every way to go is a plain link.
 */
import { useSyncExternalStore } from "react";

export interface Route {
  /** Null before the first step: the window then chooses where to begin. */
  place: string | null;
  segment: string | null;
}

export function hrefTo(place: string, segment: string | null = null): string {
  return segment === null
    ? `#/${encodeURIComponent(place)}`
    : `#/${encodeURIComponent(place)}/${encodeURIComponent(segment)}`;
}

export function go(place: string, segment: string | null = null): void {
  window.location.hash = hrefTo(place, segment);
}

/** Back to where the window began, for a workbook that was just opened or closed. */
export function forget(): void {
  if (window.location.hash !== "") window.location.hash = "";
}

export function parse(hash: string): Route {
  const [place, segment] = hash.replace(/^#\/?/, "").split("/").map(decoded);
  return { place: place || null, segment: segment || null };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (listener) => {
      window.addEventListener("hashchange", listener);
      return () => window.removeEventListener("hashchange", listener);
    },
    () => window.location.hash,
  );
  return parse(hash);
}
