/** How large the page is shown: larger, smaller, as it was drawn. */
import { ZoomIn, ZoomOut, type LucideIcon } from "lucide-react";
import { useState } from "react";

import { report } from "../api/troubles";
import { useHost } from "../host/context";
import { asHostError } from "../host/host";
import { useCommands } from "../keys/keys";
import { t } from "../words/outside";

/** The sizes that a person goes through, as browsers have them. */
const SIZES: readonly number[] = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

const KEPT = "zoom";

export function useZoom(): void {
  const host = useHost();
  // The web view keeps its size when the page is loaded again, and so does this.
  const [size, setSize] = useState(() => Number(sessionStorage.getItem(KEPT) ?? 1));
  const show = (wanted: number | undefined) => {
    if (wanted === undefined || wanted === size) return;
    host.zoom(wanted).then(
      () => {
        sessionStorage.setItem(KEPT, String(wanted));
        setSize(wanted);
      },
      (thrown: unknown) => report(asHostError(thrown)),
    );
  };
  const entry = (
    id: string,
    name: string,
    keys: string | readonly string[],
    icon: LucideIcon,
    wanted: number | undefined,
  ) => ({
    id,
    name,
    also: t("zoomAlso"),
    keys,
    icon,
    enabled: wanted !== undefined && wanted !== size,
    menu: { in: "view" as const, group: 4 },
    run: () => show(wanted),
  });
  useCommands([
    entry("larger", t("larger"), ["Mod+=", "Mod++"], ZoomIn, SIZES.find((it) => it > size)),
    entry("smaller", t("smaller"), "Mod+-", ZoomOut, SIZES.findLast((it) => it < size)),
    entry("actual-size", t("actualSize"), "Mod+0", ZoomIn, 1),
  ]);
}
