import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";

import { Button } from "./Button";
import { Menu } from "./Menu";

function Starting({ onStart }: { onStart: (focused: Element | null) => void }) {
  const [isStarted, setStarted] = useState(false);
  const start = () => {
    onStart(document.activeElement);
    setStarted(true);
  };
  return (
    <>
      <Menu label="Ways" entries={[{ id: "proof", name: "Proof", takesFocus: true, run: start }]}>
        <Button>Add</Button>
      </Menu>
      {isStarted ? <input aria-label="Proof 1" autoFocus /> : null}
    </>
  );
}

async function chooseByKeyboard() {
  const user = userEvent.setup();
  act(() => screen.getByRole("button", { name: "Add" }).focus());
  await user.keyboard("{Enter}");
  await screen.findByRole("menuitem", { name: "Proof" });
  await user.keyboard("{Enter}");
}

test("what takes the focus starts once the menu has given it back, and keeps it", async () => {
  let focused: Element | null = null;
  render(<Starting onStart={(now) => (focused = now)} />);
  await chooseByKeyboard();
  const field = await screen.findByRole("textbox", { name: "Proof 1" });
  expect(focused, "the button had the focus again").toBe(screen.getByRole("button", { name: "Add" }));
  await act(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
  expect(document.activeElement).toBe(field);
});

test("a menu that takes its time to go is waited for, however long it takes", async () => {
  let end: (() => void) | undefined;
  const finished = new Promise<void>((resolve) => {
    end = resolve;
  });
  Reflect.set(Element.prototype, "getAnimations", () => [{ playState: "running", finished }]);
  // None of them is a transition.
  vi.stubGlobal("CSSTransition", EventTarget);
  try {
    const onStart = vi.fn<() => void>();
    render(<Starting onStart={onStart} />);
    await chooseByKeyboard();
    await act(() => new Promise((later) => setTimeout(later, 400)));
    expect(onStart, "the menu is still in sight").not.toHaveBeenCalled();
    act(() => end?.());
    await waitFor(() => expect(onStart).toHaveBeenCalledTimes(1));
  } finally {
    Reflect.deleteProperty(Element.prototype, "getAnimations");
    vi.unstubAllGlobals();
  }
});
