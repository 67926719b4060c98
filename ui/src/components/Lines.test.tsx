import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";

import { listen, register } from "../keys/keys";
import { moveFocused } from "../keys/moving";
import { Lines } from "./Lines";

function Kept({ from }: { from: string[] }) {
  const [values, setValues] = useState(from);
  return <Lines label="Option" question="What could be done?" values={values} onChange={setValues} />;
}

const line = (n: number) => screen.getByRole<HTMLTextAreaElement>("textbox", { name: `Option ${n}` });

test("enter goes on to the next line, and to a new one after the last", () => {
  render(<Kept from={["Call them"]} />);
  fireEvent.keyDown(line(1), { key: "Enter" });
  expect(document.activeElement).toBe(line(2));
  fireEvent.change(line(2), { target: { value: "Wait" } });
  act(() => {
    fireEvent.keyDown(line(2), { key: "Enter" });
  });
  expect(document.activeElement).toBe(line(3));
  expect(line(2).value).toBe("Wait");
});

test("an emptied line is gone", () => {
  render(<Kept from={["Call them", "Wait"]} />);
  fireEvent.change(line(1), { target: { value: "" } });
  fireEvent.blur(line(1));
  expect([line(1).value, line(2).value]).toEqual(["Wait", ""]);
});

test("two lines written while the first is on its way are both kept", () => {
  const sent: string[][] = [];
  render(
    <Lines label="Option" question="What?" values={[]} onChange={(lines) => sent.push(lines)} />,
  );
  fireEvent.change(line(1), { target: { value: "Call them" } });
  fireEvent.keyDown(line(1), { key: "Enter" });
  fireEvent.change(line(2), { target: { value: "Wait" } });
  fireEvent.keyDown(line(2), { key: "Enter" });
  expect(sent).toEqual([["Call them"], ["Call them", "Wait"]]);
});

test("a line moves with the focus, with what was typed in it last", () => {
  const stop = listen(window);
  const release = register({ id: "move-up", name: "Up", keys: "Alt+ArrowUp", run: () => moveFocused(-1) });
  render(<Kept from={["Call them", "Wait"]} />);
  act(() => line(2).focus());
  fireEvent.change(line(2), { target: { value: "Wait a year" } });
  fireEvent.keyDown(line(2), { key: "ArrowUp", altKey: true });
  expect([line(1).value, line(2).value]).toEqual(["Wait a year", "Call them"]);
  expect(document.activeElement).toBe(line(1));
  fireEvent.keyDown(line(1), { key: "ArrowUp", altKey: true });
  expect(line(1).value).toBe("Wait a year");
  release();
  stop();
});
