/** What jsdom lacks and the components ask for, and a clean page after each test. */
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

import { forgetRefused } from "../api/troubles";

afterEach(() => {
  cleanup();
  forgetRefused();
});

// A busy machine is no failure: what is waited for may take its time.
configure({ asyncUtilTimeout: 10_000 });

class StillResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
/** The window of the tests is a wide one by day. */
const wide = (media: string): MediaQueryList => ({
  media,
  matches: media.includes("min-width"),
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
});
window.matchMedia ??= wide;
document.elementsFromPoint ??= () => [];
globalThis.ResizeObserver ??= StillResizeObserver;
Element.prototype.scrollIntoView ??= () => {};
// Lists look up their items by a selector; the ids in tests need no escaping.
if (Reflect.get(globalThis, "CSS") === undefined) Reflect.set(globalThis, "CSS", { escape: (text: string) => text });
