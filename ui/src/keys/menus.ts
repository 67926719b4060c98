/** The menus made from the registered commands, for the system's own menus and the page's. */
import type { MenuBar } from "../api/types";
import { menus } from "../words/keys";
import { t } from "../words/outside";
import { type Command, inText, keysOf, menuNames, type MenuName, run } from "./keys";

/** The commands of one menu, group after group. */
export function inMenu(commands: readonly Command[], name: MenuName): readonly Command[] {
  return commands
    .filter((it) => it.menu?.in === name)
    .toSorted((a, b) => (a.menu?.group ?? 0) - (b.menu?.group ?? 0));
}

/** Whether a line stands between two commands of a menu. */
export function isApart(command: Command, before: Command | undefined): boolean {
  if (before === undefined) return false;
  return command.menu?.in !== before.menu?.in || command.menu?.group !== before.menu?.group;
}

/** All menus, as the system is told of them. */
export function menuBar(commands: readonly Command[]): MenuBar {
  return {
    menus: menuNames.map((id) => ({
      id,
      name: menus[id],
      entries: inMenu(commands, id).map((command, at, all) => ({
        id: command.id,
        name: command.name,
        keys: keysOf(command)[0] ?? "",
        enabled: command.enabled !== false,
        apart: isApart(command, all[at - 1]),
      })),
    })),
    clipboard: { cut: t("cut"), copy: t("copy"), paste: t("paste"), select_all: t("selectAll") },
  };
}

/**
 * Gives a command that was chosen in a menu of the system. Undo and redo there mean what their keys
 * mean: first the text that is being typed.
 */
export function giveFromMenu(id: string): void {
  const focused = document.activeElement ?? document.body;
  if (id === "undo" || id === "redo") {
    const pressed = new KeyboardEvent("keydown", {
      key: id === "undo" ? "z" : "Z",
      shiftKey: id === "redo",
      ctrlKey: true,
      metaKey: true,
      bubbles: true,
      cancelable: true,
    });
    focused.dispatchEvent(pressed);
    // A plain text box has its own undo, which no key made by a script reaches.
    if (!pressed.defaultPrevented && inText(focused)) document.execCommand(id);
    return;
  }
  run(id);
}
