/**
 * What has the focus is taken away: what stood beside it takes the focus, so that a person at the
 * keyboard goes on from there and not from the top of the page.
 *
 * The browser says nothing when an element that has the focus leaves the page. What is remembered
 * of each element that takes it is where it stood: in which row of which list. That the whole list
 * goes (another place is opened) is no loss: the place that comes says where to begin.
 */

/** What stands in a list and may be removed from it. */
const ROW = "tr, li, [data-wire], [data-row]";
const LIST = "[data-column], [data-list], tbody, ul, ol";
const TAKES_FOCUS = "textarea, input, select, button, a[href], [tabindex]";
/** Where a person writes, before what only acts: Enter pressed once more must not remove more. */
const WRITTEN_IN = "textarea, input:not([type=checkbox], [type=radio])";
const BEGINS_ANOTHER = "button[data-add]";

/** Where an element stood in one of the lists around it. */
interface Standing {
  list: Element;
  /** Of its row. */
  at: number;
}

interface Focused {
  element: Element;
  /** Everything around it in its own row, the nearest first. */
  around: Element[];
  /** The lists around it, the nearest first: a group may go with all that is in it. */
  lists: Standing[];
}

/** Watches `root` until what it returns is called. */
export function followFocus(root: HTMLElement): () => void {
  let last: Focused | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    // What opens above the page gives the focus back by itself.
    if (target instanceof Element && root.contains(target)) last = remembered(target);
  };
  const observer = new MutationObserver(() => {
    if (last === null || last.element.isConnected) return;
    const lost = last;
    last = null;
    // Whoever took the element away may give the focus on in the next frame; that goes before.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) heirOf(lost)?.focus();
      });
    });
  });
  document.addEventListener("focusin", onFocus);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", onFocus);
    observer.disconnect();
  };
}

/**
 * Gives the focus on from the row it is in, before that is removed: what is typed in the meantime
 * would be lost with it.
 */
export function giveFocusOn(): void {
  const row = document.activeElement?.closest(ROW);
  const list = row?.parentElement?.closest(LIST);
  if (!row || !list) return;
  const rows = rowsOf(list);
  const at = rows.indexOf(row);
  besides({ list, at }, rows.toSpliced(at, 1))?.focus();
}

function remembered(element: Element): Focused {
  const around: Element[] = [];
  const lists: Standing[] = [];
  const own = element.closest(ROW);
  for (let it = element.parentElement; it !== null && own?.contains(it); it = it.parentElement) {
    around.push(it);
  }
  let row = own;
  while (row !== null) {
    const list: Element | null = row.parentElement?.closest(LIST) ?? null;
    if (list === null) break;
    lists.push({ list, at: rowsOf(list).indexOf(row) });
    row = list.closest(ROW);
  }
  return { element, around, lists };
}

function rowsOf(list: Element): Element[] {
  return [...list.querySelectorAll(ROW)].filter((it) => it.parentElement?.closest(LIST) === list);
}

function heirOf({ around, lists }: Focused): HTMLElement | null {
  // Its row is still there: what is left of the part of the row that it stood in.
  for (const part of around) {
    const left = part.isConnected ? takers(part).at(-1) : undefined;
    if (left !== undefined) return left;
  }
  const standing = lists.find((it) => it.list.isConnected);
  return standing === undefined ? null : besides(standing, rowsOf(standing.list));
}

/** Of `rows`, from which one at `at` is gone: the one before it, or the one after. */
function besides({ list, at }: Standing, rows: readonly Element[]): HTMLElement | null {
  return (
    [rows[at - 1], rows[at]].map(firstIn).find((it) => it !== null) ??
    list.querySelector<HTMLElement>(BEGINS_ANOTHER) ??
    firstIn(list)
  );
}

function firstIn(part: Element | undefined): HTMLElement | null {
  return part?.querySelector<HTMLElement>(WRITTEN_IN) ?? takers(part)[0] ?? null;
}

function takers(part: Element | undefined): HTMLElement[] {
  const all = part?.querySelectorAll<HTMLElement>(TAKES_FOCUS) ?? [];
  return [...all].filter((it) => it.tabIndex >= 0 && !it.matches(":disabled"));
}
