/**
 * Moving what has the focus up or down in its list. A part of the window that shows a list says
 * here how it moves one of its entries; the keys, the menus and the palette then move the one that
 * has the focus, or that had it before the menu opened.
 */
import { useEffect } from "react";

export type Way = -1 | 1;

/** Moves the entry that an element stands in; false when it stands in none. */
export type Mover = (at: HTMLElement, way: Way) => boolean;

const movers = new Map<HTMLElement, Mover>();
let last: HTMLElement | null = null;

/** While the part is on screen, `move` moves what has the focus inside the element that is found. */
export function useMover(find: () => HTMLElement | null, move: Mover): void {
  useEffect(() => {
    const element = find();
    if (element === null) return;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last = target;
    };
    movers.set(element, move);
    element.addEventListener("focusin", remember);
    return () => {
      movers.delete(element);
      element.removeEventListener("focusin", remember);
    };
  });
}

/** Moves what has the focus; the innermost list that knows it does it. */
export function moveFocused(way: Way): void {
  const active = document.activeElement;
  const isInside = active instanceof HTMLElement && moverAt(active) !== null;
  const at = isInside ? active : last;
  if (at === null || !at.isConnected) return;
  for (let place = moverAt(at); place !== null; place = moverAt(place.parentElement)) {
    if (movers.get(place)?.(at, way) === true) return;
  }
}

/** The nearest element around one whose part moves its entries. */
function moverAt(element: HTMLElement | null): HTMLElement | null {
  for (let at = element; at !== null; at = at.parentElement) if (movers.has(at)) return at;
  return null;
}
