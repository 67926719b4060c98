/**
 * Arriving at a record. A place marks what it shows: `data-record` with the id of a record on the
 * element that holds it, `data-field` with a field's name in the chain document on the element that
 * holds the field (`Field` does both from its `record` and `field`). Lines of a list are numbered
 * from 0 after a dot, `reach.2`. An address with a record then leads to that element, however the
 * place was reached: it is scrolled into view and takes the focus.
 */
import { parse } from "./route";

/** What can take the focus by itself; a text before anything that is only pressed. */
const WRITTEN = "textarea, input";
const FOCUSABLE = `${WRITTEN}, button, a[href], [tabindex]:not([tabindex='-1'])`;

/** How long a place may take to show the record, in milliseconds: it may have to ask the host. */
const PATIENCE = 5_000;

/**
 * The element that holds a field of a record: the field itself, else the list that it is a line of,
 * else the record as a whole; null while the record is not shown.
 */
export function elementOf(
  root: ParentNode,
  record: string,
  field: string | null,
): HTMLElement | null {
  const shown = [...root.querySelectorAll<HTMLElement>("[data-record]")].filter(
    (it) => it.dataset.record === record,
  );
  if (field !== null) {
    for (const name of [field, field.replace(/\.\d+$/, "")]) {
      for (const it of shown) {
        if (it.dataset.field === name) return it;
        // Of a record shown inside this one the fields are its own.
        const own = [...it.querySelectorAll<HTMLElement>("[data-field]")].find(
          (inner) =>
            inner.dataset.field === name &&
            inner.closest<HTMLElement>("[data-record]")?.dataset.record === record,
        );
        if (own !== undefined) return own;
      }
    }
  }
  return shown[0] ?? null;
}

/** Scrolls an element into view and gives it, or the first thing in it that takes it, the focus. */
function land(element: HTMLElement): void {
  const target = element.matches(FOCUSABLE)
    ? element
    : (element.querySelector<HTMLElement>(WRITTEN) ??
      element.querySelector<HTMLElement>(FOCUSABLE) ??
      element);
  if (!target.matches(FOCUSABLE)) target.tabIndex = -1;
  element.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  if (target instanceof HTMLTextAreaElement) {
    target.setSelectionRange(target.value.length, target.value.length);
  }
}

/**
 * Follows the addresses of a window: each one that names a record is waited for until the place
 * shows it, or until the person goes on by themselves. The answer stops it.
 */
export function followArrivals(on: Window): () => void {
  let stop: (() => void) | null = null;
  const arrive = () => {
    stop?.();
    const { record, field } = parse(on.location.hash);
    stop = record === null ? null : wait(on, record, field);
  };
  arrive();
  on.addEventListener("hashchange", arrive);
  return () => {
    stop?.();
    on.removeEventListener("hashchange", arrive);
  };
}

function wait(on: Window, record: string, field: string | null): () => void {
  const look = () => {
    const found = elementOf(on.document.querySelector("main") ?? on.document, record, field);
    if (found === null) return;
    stop();
    land(found);
  };
  const observer = new MutationObserver(look);
  const over = setTimeout(() => stop(), PATIENCE);
  const stop = () => {
    clearTimeout(over);
    observer.disconnect();
    on.removeEventListener("pointerdown", stop, true);
    on.removeEventListener("keydown", stop, true);
  };
  observer.observe(on.document.body, { childList: true, subtree: true });
  on.addEventListener("pointerdown", stop, true);
  on.addEventListener("keydown", stop, true);
  // Not at once: the place in view may still be the one that is being left.
  queueMicrotask(() => requestAnimationFrame(look));
  return stop;
}
