import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Field, SAVE_PAUSE } from "./Field";

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
