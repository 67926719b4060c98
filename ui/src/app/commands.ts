/** The commands of an open workbook, wherever the window is in it. */
import {
  BookOpen,
  ChartNoAxesColumn,
  FilePlus2,
  Footprints,
  Gem,
  LogOut,
  MessageSquareQuote,
  Plus,
  Redo2,
  Scale,
  TableProperties,
  Undo2,
  UsersRound,
  History,
  Bookmark,
  type LucideIcon,
} from "lucide-react";

import { useWrite, writes } from "../api/queries";
import type { Book, Link } from "../api/types";
import type { MenuEntry } from "../components/Menu";
import { useImporting } from "../features/data/importing";
import { NAMING } from "../features/history/naming";
import { keysOf, type MenuName, run, useAllCommands, useCommands } from "../keys/keys";
import { inMenu, isApart } from "../keys/menus";
import { goToLink, t } from "../words/app";
import { t as tHistory } from "../words/history";
import { linkOrder } from "../words/vocabulary";
import { useNewSegment } from "./Chooser";
import { useNotices } from "./notices";
import { type InView, placeOfLink, places } from "./places";
import { forget, go } from "./route";

const linkIcons: Readonly<Record<Link, LucideIcon>> = {
  decision: Scale,
  segment: UsersRound,
  value: Gem,
  positioning: MessageSquareQuote,
  journey: Footprints,
  results: ChartNoAxesColumn,
};

export function useFrameCommands(book: Book, segment: InView | null): void {
  useBookCommands();
  useEditCommands(book);
  const importing = useImporting();
  useNotices((notice) => {
    if (notice.kind !== "table") return;
    go("data", segment?.record.id ?? null);
    importing.take(notice.name);
  });
  const id = segment?.record.id ?? null;
  const name = segment === null ? "" : segment.record.name || t("unnamedSegment");
  useCommands([
    {
      id: "import",
      name: t("bringTable"),
      also: t("bringTableAlso"),
      keys: "Mod+I",
      enabled: !book.read_only,
      icon: TableProperties,
      menu: { in: "file", group: 3 },
      run: () => {
        go("data", id);
        importing.choose();
      },
    },
    ...linkOrder
      .filter((link) => placeOfLink(link) !== undefined)
      .map((link) => ({
        id: `go-${link}`,
        name: goToLink[link],
        about: name,
        keys: `G ${link.charAt(0).toUpperCase()}`,
        enabled: id !== null,
        icon: linkIcons[link],
        menu: { in: "go" as const, group: 1 },
        run: () => go(link, id),
      })),
    ...places.flatMap(({ id: place, rail, isOfAll }) =>
      rail === undefined
        ? []
        : [
            {
              id: `go-${place}`,
              name: t("goTo", { place: rail.name }),
              ...(rail.letter === undefined ? {} : { keys: `G ${rail.letter}` }),
              icon: rail.icon,
              menu: { in: "go" as const, group: 2 },
              run: () => go(place, isOfAll ? null : id),
            },
          ],
    ),
  ]);
}

/** New, open and close, for the workbook as a whole. */
function useBookCommands(): void {
  const making = useWrite(writes.newBook);
  const opening = useWrite(writes.openBook);
  const closing = useWrite(writes.closeBook);
  useCommands([
    {
      id: "new",
      name: t("newBook"),
      keys: "Mod+N",
      icon: FilePlus2,
      menu: { in: "file", group: 1 },
      run: () => begin(making.ask()),
    },
    {
      id: "open",
      name: t("openBook"),
      keys: "Mod+O",
      icon: BookOpen,
      menu: { in: "file", group: 1 },
      run: () => begin(opening.ask()),
    },
    {
      id: "close",
      name: t("closeBook"),
      keys: "Mod+W",
      icon: LogOut,
      menu: { in: "file", group: 9 },
      run: () => {
        forget();
        closing.run();
      },
    },
  ]);
}

/**
 * Another workbook begins at its own home; a cancelled dialog changes nothing, and a problem
 * stands in the trouble line already.
 */
function begin(asked: Promise<Book | null>): void {
  asked.then(
    (opened) => {
      if (opened !== null) forget();
    },
    () => {},
  );
}

function useEditCommands(book: Book): void {
  const undo = useWrite(writes.undo);
  const redo = useWrite(writes.redo);
  const addSegment = useNewSegment(book);
  useCommands([
    {
      id: "history",
      name: tHistory("open"),
      also: tHistory("openAlso"),
      // Command H hides the window on a Mac, whatever is asked of it.
      keys: ["Mod+H", "Mod+Shift+H"],
      icon: History,
      menu: { in: "edit", group: 2 },
      run: () => go("history"),
    },
    {
      id: "snapshot",
      name: tHistory("nameNow"),
      also: tHistory("nameNowAlso"),
      enabled: !book.read_only,
      icon: Bookmark,
      menu: { in: "edit", group: 2 },
      run: () => go("history", null, NAMING),
    },
    {
      id: "undo",
      name: t("undo"),
      ...(book.undo === null ? {} : { about: book.undo }),
      keys: "Mod+Z",
      enabled: book.undo !== null && !book.read_only,
      icon: Undo2,
      menu: { in: "edit", group: 1 },
      run: () => undo.run(),
    },
    {
      id: "redo",
      name: t("redo"),
      ...(book.redo === null ? {} : { about: book.redo }),
      keys: ["Mod+Shift+Z", "Mod+Y"],
      enabled: book.redo !== null && !book.read_only,
      icon: Redo2,
      menu: { in: "edit", group: 1 },
      run: () => redo.run(),
    },
    {
      id: "new-segment",
      name: t("newSegment"),
      enabled: !book.read_only,
      icon: Plus,
      menu: { in: "edit", group: 3 },
      run: addSegment,
    },
  ]);
}

/** The menus that stand behind the workbook's name: what has no button of its own in the frame. */
const behindTheName: readonly MenuName[] = ["file", "view", "help"];

/** The entries of the menu behind the workbook's name. */
export function useAppMenu(): MenuEntry[] {
  const commands = useAllCommands();
  return behindTheName
    .flatMap((name) => inMenu(commands, name))
    .map((command, at, all) => ({
      id: command.id,
      name: command.name,
      keys: keysOf(command)[0],
      apart: isApart(command, all[at - 1]),
      disabled: command.enabled === false,
      run: () => run(command.id),
    }));
}
