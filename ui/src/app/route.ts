/**
 * Where the window is: a place, the segment in view and, after a search or a finding led there, the
 * very record and field. It is kept in the address after the hash so that back and forward work and
 * every way to go is a plain link. `arrival.ts` puts the focus where an address points.
 */
import { useSyncExternalStore } from "react";

export interface Route {
  /** Null before the first step: the window then chooses where to begin. */
  place: string | null;
  segment: string | null;
  /** The record to arrive at: its id; null for the place as a whole. */
  record: string | null;
  /** Its field, by its name in the chain document. */
  field: string | null;
}

export function hrefTo(
  place: string,
  segment: string | null = null,
  record: string | null = null,
  field: string | null = null,
): string {
  const parts = [place, segment ?? "", record ?? "", field ?? ""].map(encodeURIComponent);
  return `#/${parts.join("/").replace(/\/+$/, "")}`;
}

/**
 * Goes to a place, and there to a record and its field: the one way for everything that leads
 * somewhere. Going where one is already puts the focus there again.
 */
export function go(
  place: string,
  segment: string | null = null,
  record: string | null = null,
  field: string | null = null,
): void {
  const to = hrefTo(place, segment, record, field);
  if (window.location.hash === to) window.dispatchEvent(new Event("hashchange"));
  else window.location.hash = to;
}

/** Back to where the window began, for a workbook that was just opened or closed. */
export function forget(): void {
  if (window.location.hash !== "") window.location.hash = "";
}

export function parse(hash: string): Route {
  const parts = hash.replace(/^#\/?/, "").split("/").map(decoded);
  const [place, segment, record, field] = parts;
  return {
    place: place || null,
    segment: segment || null,
    record: record || null,
    field: field || null,
  };
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
