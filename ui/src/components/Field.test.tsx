import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { refuse } from "../api/troubles";
import { burstNow, saveTyping } from "../api/typing";
import { HostError } from "../host/host";
import { listen, register } from "../keys/keys";
import { Field } from "./Field";
import { SAVE_LATEST, SAVE_PAUSE } from "./useWriting";
import { BURST_PAUSE } from "./writing";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function pass(ms: number) {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

function setUp(value = "") {
  const onSave = vi.fn<(text: string) => void>();
  const element = (now: string) => (
    <Field label="Job" question="What do they try to get done?" value={now} onSave={onSave} />
  );
  const view = render(element(value));
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Job" });
  return {
    onSave,
    field,
    type: (text: string) => fireEvent.change(field, { target: { value: text } }),
    saved: (text: string) => view.rerender(element(text)),
    leave: () => fireEvent.blur(field),
    unmount: view.unmount,
  };
}

test("an empty field asks its question", () => {
  expect(setUp().field.placeholder).toBe("What do they try to get done?");
});

test("text saves itself once after a pause", () => {
  const { onSave, type } = setUp();
  type("Ship");
  type("Ship it");
  pass(SAVE_PAUSE - 1);
  expect(onSave).not.toHaveBeenCalled();
  pass(1);
  expect(onSave.mock.calls).toEqual([["Ship it"]]);
});

test("leaving saves at once, and not again after the pause", () => {
  const { onSave, type, leave } = setUp();
  type("Ship it");
  leave();
  pass(SAVE_PAUSE * 2);
  expect(onSave.mock.calls).toEqual([["Ship it"]]);
});

test("leaving unchanged text saves nothing", () => {
  const { onSave, leave } = setUp("Ship it");
  leave();
  expect(onSave).not.toHaveBeenCalled();
});

test("a field that leaves the screen saves what was typed", () => {
  const { onSave, type, unmount } = setUp();
  type("Ship it");
  unmount();
  expect(onSave.mock.calls).toEqual([["Ship it"]]);
});

test("Escape brings back what was saved", () => {
  const { onSave, field, type, leave } = setUp("Ship it");
  type("Ship");
  fireEvent.keyDown(field, { key: "Escape" });
  leave();
  expect(field.value).toBe("Ship it");
  expect(onSave).not.toHaveBeenCalled();
});

test("a space at the end survives its own saving", () => {
  const { field, type, saved } = setUp();
  type("Ship ");
  pass(SAVE_PAUSE);
  saved("Ship");
  expect(field.value).toBe("Ship ");
});

test("undo shows through once the text is saved", () => {
  const { field, type, saved } = setUp("Ship");
  type("Ship it");
  pass(SAVE_PAUSE);
  saved("Ship it");
  saved("Ship");
  expect(field.value).toBe("Ship");
});

test("a change from elsewhere does not take away words that are being typed", () => {
  const { field, type, saved } = setUp("Ship");
  type("Ship it today");
  saved("Ship soon");
  expect(field.value).toBe("Ship it today");
});

test("words that are typed without a pause are saved every second", () => {
  const { onSave, type } = setUp();
  let text = "";
  for (let at = 0; at < 22; at += 1) {
    text += "x";
    type(text);
    pass(100);
  }
  expect(onSave.mock.calls.length).toBe(2);
  pass(SAVE_LATEST);
  expect(onSave.mock.calls.at(-1)).toEqual([text]);
});

test("answers that lag behind the typing take no letter away", () => {
  const { field, type, saved } = setUp();
  type("Ship");
  pass(SAVE_PAUSE);
  type("Ship it");
  pass(SAVE_PAUSE);
  saved("Ship");
  expect(field.value).toBe("Ship it");
  saved("Ship it");
  expect(field.value).toBe("Ship it");
  saved("");
  expect(field.value).toBe("");
});

test("a refused text is sent once, when the field is left, and not by a clock that still runs", () => {
  const { onSave, type, leave } = setUp();
  type("Ship it");
  leave();
  act(() => refuse(new HostError("locked", "Locked.", "Wait."), {}));
  pass(SAVE_LATEST * 2);
  expect(onSave).toHaveBeenCalledTimes(1);
  leave();
  expect(onSave).toHaveBeenCalledTimes(2);
});

function bursts(type: (text: string) => void, onSave: { mockImplementation: (it: () => void) => void }) {
  const seen: (string | null)[] = [];
  onSave.mockImplementation(() => void seen.push(burstNow()));
  return { seen, type };
}

test("all saves are one burst until a pause of two seconds or leaving", () => {
  const { onSave, type, leave } = setUp();
  const { seen } = bursts(type, onSave);
  type("One");
  pass(SAVE_PAUSE);
  type("One two");
  pass(BURST_PAUSE + 1);
  type("One two three");
  leave();
  type("One");
  leave();
  const [first, second, third, fourth] = seen;
  expect([first === second, second === third, third === fourth]).toEqual([true, false, false]);
  expect(seen.every((it) => it !== null && it !== "")).toBe(true);
  expect(burstNow()).toBeNull();
});

test("undo goes through what was typed here, word by word, and then leaves the key to the workbook", () => {
  const { field, saved } = setUp("Ship");
  const outside = vi.fn<() => void>();
  const release = register({ id: "undo", name: "Undo", keys: "Mod+Z", run: outside });
  const stop = listen(window);
  const press = (key: string, shiftKey = false) =>
    fireEvent.keyDown(field, { key, ctrlKey: true, shiftKey });
  field.focus();
  for (const letter of " it now") {
    fireEvent.change(field, { target: { value: field.value + letter } });
  }
  pass(SAVE_PAUSE);
  saved("Ship it now");
  const back = [0, 1, 2].map(() => {
    press("z");
    return field.value;
  });
  expect(back).toEqual(["Ship it ", "Ship ", "Ship"]);
  expect(outside).not.toHaveBeenCalled();
  press("Z", true);
  expect(field.value).toBe("Ship ");
  press("z");
  press("z");
  expect(outside).toHaveBeenCalledOnce();
  release();
  stop();
});

test("going back saves under the burst of what it takes back", () => {
  const { onSave, field, type } = setUp();
  const { seen } = bursts(type, onSave);
  type("One");
  pass(BURST_PAUSE + 1);
  type("One two");
  pass(SAVE_PAUSE);
  for (let at = 0; at < 2; at += 1) {
    fireEvent.keyDown(field, { key: "z", ctrlKey: true });
    pass(SAVE_PAUSE);
  }
  const [one, two, backTwo, backOne] = seen;
  expect([backTwo === two, backOne === one, one === two]).toEqual([true, true, false]);
});

test("what Escape takes away can be had back, and is an entry of its own", () => {
  const { onSave, field, type } = setUp("Ship");
  const { seen } = bursts(type, onSave);
  type("Ship it");
  pass(SAVE_PAUSE);
  fireEvent.keyDown(field, { key: "Escape" });
  expect(field.value).toBe("Ship");
  pass(SAVE_PAUSE);
  expect(seen[0] === seen[1]).toBe(false);
  fireEvent.keyDown(field, { key: "z", ctrlKey: true });
  expect(field.value).toBe("Ship it");
});

test("before anything else is done, the words in a field are saved", () => {
  const { onSave, field, type } = setUp();
  field.focus();
  type("Ship it");
  act(saveTyping);
  expect(onSave.mock.calls).toEqual([["Ship it"]]);
});
