/**
 * A host in memory: for component tests and for work on the window in a plain browser. It merges
 * edits, counts rules over a made-up table, undoes and redoes; it writes nothing anywhere. The
 * shipped entry never imports it.
 */
import type { MenuBar, Notice, Patch } from "../../api/types";
import { type Host, HostError } from "../host";
import { answers } from "./answers";
import { makeAround } from "./around";
import { type FakeAround, type FakeBook, makeDesk } from "./desk";
import { edits } from "./edits";
import { openings } from "./openings";
import { past } from "./past";
import { tables } from "./tables";

export type { FakeAround, FakeBook } from "./desk";

export interface FakeHost extends Host {
  /** The patches the window has sent, in order. */
  readonly sent: Patch[];
  /** Makes the next call of a method fail. */
  failNext(method: keyof Host, error: HostError): void;
  /** Makes every call wait; the answer lets them go. */
  hold(): () => void;
  /** The other window closes the workbook. */
  letGo(): void;
  /** Tells the window what happened outside it. */
  notify(notice: Notice): void;
  /** The menus as the window showed them last. */
  menus(): MenuBar | null;
}

export function makeFakeHost(seed?: FakeBook, around: FakeAround = {}): FakeHost {
  const desk = makeDesk(seed, around);
  const beside = makeAround(around.recent ?? [], around.settings ?? {});
  let hear: ((notice: Notice) => void) | null = null;
  let menus: MenuBar | null = null;
  const { answer } = desk;

  const host: FakeHost = {
    session: null,
    of: (opening) => boundTo(host, opening, () => desk.session),
    sent: desk.sent,
    failNext: (method, error) => void desk.failures.set(method, error),
    hold: () => {
      let release: (() => void) | undefined;
      desk.gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => release?.();
    },
    letGo: () => void (desk.held = null),
    notify: (notice) => hear?.(notice),
    menus: () => menus,
    appInfo: () => answer("appInfo", () => ({ version: "0.1.0" })),
    settings: () => answer("settings", beside.settings),
    changeSettings: (part) => answer("changeSettings", () => beside.changeSettings(part)),
    listen: (next) => answer("listen", () => void (hear = next)),
    showMenus: (bar) => answer("showMenus", () => void (menus = bar)),
    toggleMenu: () => answer("toggleMenu", () => undefined),
    zoom: () => answer("zoom", () => undefined),
    ...openings(desk, beside),
    ...edits(desk),
    ...past(desk),
    ...tables(desk),
    ...answers(desk),
  };
  return host;
}

/** The same host, that refuses edits meant for another opening than the one that is open. */
function boundTo(host: FakeHost, opening: number, open: () => number): FakeHost {
  return new Proxy(host, {
    get: (target, name) => {
      if (name === "session") return opening;
      if (name === "edit" && open() !== opening) {
        return () =>
          Promise.reject(new HostError("wrong_state", "Another workbook is open now.", ""));
      }
      return Reflect.get(target, name) as unknown;
    },
  });
}
