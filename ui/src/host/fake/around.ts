/** What the host in memory keeps around its workbook: the settings, the list of recent ones. */
import type { Recent, RecentList, Preferences, PreferencesRead } from "../../api/types";

const usual: Preferences = { theme: "system", author: "", paper: "a4", motion: "system" };

/** A list as it looks after some weeks of work. */
export function someRecents(): Recent[] {
  return [
    {
      id: "steadyline",
      name: "Steadyline",
      file_name: "steadyline.throughline",
      folder: "Documents",
      opened_at: new Date(Date.now() - 40 * 60_000).toISOString(),
      links: ["sound", "sound", "sound", "stale", "stale", "draft"],
      missing: false,
    },
    {
      id: "kettle",
      name: "Kettle & Co",
      file_name: "kettle.throughline",
      folder: "Clients",
      opened_at: "2026-10-09T08:30:00Z",
      links: ["sound", "sound", "draft", "missing", "missing", "missing"],
      missing: true,
    },
  ];
}

export interface Around {
  settings: () => PreferencesRead;
  changeSettings: (part: Partial<Preferences>) => PreferencesRead;
  recents: () => RecentList;
  forgetRecent: (id: string) => RecentList;
}

export function makeAround(recent: Recent[], chosen: Partial<Preferences>): Around {
  let settings = { ...usual, ...chosen };
  let books = recent;
  const read = (): PreferencesRead => ({ settings, usual_author: "mira", trouble: null });
  const list = (): RecentList => ({ books, trouble: null });
  return {
    settings: read,
    changeSettings: (part) => {
      settings = { ...settings, ...part };
      return read();
    },
    recents: list,
    forgetRecent: (id) => {
      books = books.filter((it) => it.id !== id);
      return list();
    },
  };
}
