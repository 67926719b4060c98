/** How large the page is shown: larger, smaller, as it was drawn. */
import { ZoomIn, ZoomOut, type LucideIcon } from "lucide-react";
import { useRef, useState } from "react";

import { report } from "../api/troubles";
import { useHost } from "../host/context";
import { asHostError } from "../host/host";
import { useCommands } from "../keys/keys";
import { t } from "../words/outside";

/** The sizes that a person goes through, as browsers have them. */
const SIZES: readonly number[] = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

const KEPT = "zoom";

const larger = (size: number) => SIZES.find((it) => it > size);
const smaller = (size: number) => SIZES.findLast((it) => it < size);
const actual = () => 1;

export function useZoom(): void {
  const host = useHost();
  // The web view keeps its size when the page is loaded again, and so does this.
  const [size, setSize] = useState(() => Number(sessionStorage.getItem(KEPT) ?? 1));
  // Keys pressed one after the other go on from what was asked for last, drawn yet or not. One
  // size is drawn at a time, so that the last one asked for is the one that stays.
  const asked = useRef(size);
  const drawing = useRef(false);
  const take = (now: number) => {
    asked.current = now;
    setSize(now);
  };
  const draw = async (shown: number): Promise<void> => {
    if (drawing.current) return;
    drawing.current = true;
    try {
      while (shown !== asked.current) {
        const next = asked.current;
        // Each size waits for the one before it.
        // oxlint-disable-next-line no-await-in-loop
        await host.zoom(next);
        shown = next;
        sessionStorage.setItem(KEPT, String(shown));
      }
    } catch (thrown) {
      take(shown);
      report(asHostError(thrown));
    }
    drawing.current = false;
  };
  const show = (step: (size: number) => number | undefined) => {
    const before = asked.current;
    take(step(before) ?? before);
    void draw(before);
  };
  const entry = (
    id: string,
    name: string,
    keys: string | readonly string[],
    icon: LucideIcon,
    step: (size: number) => number | undefined,
  ) => ({
    id,
    name,
    also: t("zoomAlso"),
    keys,
    icon,
    enabled: (step(size) ?? size) !== size,
    menu: { in: "view" as const, group: 4 },
    run: () => show(step),
  });
  useCommands([
    entry("larger", t("larger"), ["Mod+=", "Mod++"], ZoomIn, larger),
    entry("smaller", t("smaller"), "Mod+-", ZoomOut, smaller),
    entry("actual-size", t("actualSize"), "Mod+0", ZoomIn, actual),
  ]);
}
