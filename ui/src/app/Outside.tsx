/**
 * What comes from outside the page: choices in the system's menus, and files dropped on the window.
 * The menus show what is registered, and nothing else.
 */
import { useQueryClient } from "@tanstack/react-query";
import { PanelTop } from "lucide-react";
import { useEffect, useState } from "react";

import { everyTag, refresh } from "../api/tags";
import { forgetRefused, report } from "../api/troubles";
import type { Dropped } from "../api/types";
import { asHostError } from "../host/host";
import { useHost } from "../host/context";
import { isMac } from "../keys/chord";
import { useAllCommands, useCommands } from "../keys/keys";
import { giveFromMenu, menuBar } from "../keys/menus";
import { t } from "../words/outside";
import { useHostNotices, useNotices } from "./notices";
import styles from "./Outside.module.css";
import { forget } from "./route";
import { useZoom } from "./zoom";

export function Outside() {
  useHostNotices();
  useNativeMenus();
  useZoom();
  const client = useQueryClient();
  const [over, setOver] = useState<Dropped | null>(null);
  useNotices((notice) => {
    switch (notice.kind) {
      case "menu":
        return giveFromMenu(notice.id);
      case "over":
        return setOver(notice.what);
      case "away":
        return setOver(null);
      case "opened":
        forgetRefused();
        forget();
        return refresh(client, everyTag);
      case "refused":
        return report(asHostError(notice.error));
      case "table":
        // The open workbook takes it.
        return;
    }
  });
  if (over === null) return null;
  return (
    <div className={styles.over} data-refused={over === "neither"}>
      <p role="status">{t(over)}</p>
    </div>
  );
}

/** Keeps the system's menus as the registered commands are. */
function useNativeMenus(): void {
  const host = useHost();
  const commands = useAllCommands();
  const toggle: Parameters<typeof useCommands>[0] = isMac
    ? []
    : [
        {
          id: "menu-bar",
          name: t("menuBar"),
          keys: "F10",
          icon: PanelTop,
          menu: { in: "view", group: 3 },
          run: () => {
            host.toggleMenu().catch((thrown: unknown) => report(asHostError(thrown)));
          },
        },
      ];
  useCommands(toggle);
  useEffect(() => {
    // Parts of the window come and go together; the menus need only their last state.
    const soon = setTimeout(() => {
      host.showMenus(menuBar(commands)).catch((thrown: unknown) => report(asHostError(thrown)));
    }, 50);
    return () => clearTimeout(soon);
  }, [host, commands]);
}
