/** From a finding to the words it means: to their place, their field, and the words selected. */
import type { Finding } from "../../api/types";
import { elementOf } from "../arrival";
import { go } from "../route";

/** How long a place may take to show the field, in milliseconds. */
const PATIENCE = 5_000;

type Target = Pick<Finding, "link" | "segment" | "record" | "field"> &
  Partial<Pick<Finding, "start" | "end" | "quote">>;

/** Goes to where a finding stands. */
export function jumpTo(target: Target): void {
  go(target.link, target.segment, target.record, target.field);
  const { start, end } = target;
  if (start === null || end === null || start === undefined || end === undefined) return;
  const begun = performance.now();
  const look = () => {
    const main = document.querySelector("main");
    const field = main === null ? null : elementOf(main, target.record, target.field);
    const text = field?.querySelector("textarea") ?? null;
    // The arrival has put the focus there; what was meant is selected for the next key.
    if (text !== null && text === document.activeElement) {
      const letters = Array.from(text.value);
      const at = (place: number) => letters.slice(0, place).join("").length;
      if (letters.slice(start, end).join("") === target.quote) {
        text.setSelectionRange(at(start), at(end));
      }
    } else if (performance.now() - begun < PATIENCE) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
