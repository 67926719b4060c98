import { afterEach, expect, test, vi } from "vitest";

import { listen, register, run as give } from "./keys";

const cleanups: (() => void)[] = [listen(window)];
afterEach(() => {
  while (cleanups.length > 1) cleanups.pop()?.();
  document.body.replaceChildren();
});

function press(target: EventTarget, key: string, modifiers: KeyboardEventInit = {}) {
  target.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers }),
  );
}

function command(keys: string, enabled = true) {
  const run = vi.fn<() => void>();
  cleanups.push(register({ id: keys, name: keys, keys, enabled, run }));
  return run;
}

function textarea(unsaved: string) {
  const field = document.createElement("textarea");
  field.dataset.unsaved = unsaved;
  document.body.append(field);
  return field;
}

test("a chord runs its command", () => {
  const undo = command("Mod+Z");
  press(document.body, "z", { ctrlKey: true });
  expect(undo).toHaveBeenCalledOnce();
});

test("two letters in a row go to a link, and not while someone is writing", () => {
  const go = command("G V");
  press(document.body, "g");
  press(document.body, "v");
  const field = textarea("true");
  press(field, "g");
  press(field, "v");
  expect(go).toHaveBeenCalledOnce();
});

test("undo belongs to the text while it is unsaved and to the workbook after that", () => {
  const undo = command("Mod+Z");
  press(textarea("true"), "z", { ctrlKey: true });
  expect(undo).not.toHaveBeenCalled();
  press(textarea("false"), "z", { ctrlKey: true });
  expect(undo).toHaveBeenCalledOnce();
});

test("a command that is off does nothing", () => {
  const redo = command("Mod+Y", false);
  press(document.body, "y", { ctrlKey: true });
  expect(redo).not.toHaveBeenCalled();
});

test("a letter of another alphabet stands for the one on the same key", () => {
  const undo = command("Mod+Z");
  press(document.body, "я", { ctrlKey: true, code: "KeyZ" });
  expect(undo).toHaveBeenCalledOnce();
});

test("a sign is the same with and without Shift, and is written in a field", () => {
  const help = command("?");
  press(document.body, "?", { shiftKey: true });
  press(textarea("true"), "?", { shiftKey: true });
  expect(help).toHaveBeenCalledOnce();
});

test("a key of an open menu is the menu's own", () => {
  const go = command("G V");
  const menu = document.createElement("div");
  menu.role = "menu";
  document.body.append(menu);
  press(menu, "g");
  press(menu, "v");
  expect(go).not.toHaveBeenCalled();
});

test("of two commands with one id the later one runs, and the first again when it goes", () => {
  const ran: string[] = [];
  const first = register({ id: "new", name: "New", run: () => ran.push("first") });
  const second = register({ id: "new", name: "New", run: () => ran.push("second") });
  give("new");
  second();
  give("new");
  first();
  give("new");
  expect(ran).toEqual(["second", "first"]);
});
