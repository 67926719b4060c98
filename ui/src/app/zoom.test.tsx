import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { makeFakeHost } from "../host/fake/fake";
import { filled } from "../host/fake/filled";
import { HostError } from "../host/host";
import { App } from "./App";

beforeEach(() => {
  window.location.hash = "#/value/new-fibre";
  sessionStorage.clear();
});

/** The window, whose sizes are drawn when the test says so. */
async function open() {
  const asked: number[] = [];
  const answers: ((error?: HostError) => void)[] = [];
  const zoom = (times: number) => {
    asked.push(times);
    return new Promise<void>((draw, refuse) => {
      answers.push((error) => (error === undefined ? draw() : refuse(error)));
    });
  };
  render(<App host={{ ...makeFakeHost(filled()), zoom }} />);
  await screen.findByRole("navigation", { name: "Chain" });
  const answer = (error?: HostError) => act(async () => answers.at(-1)?.(error));
  return { asked, answer };
}

test("each key goes one size on, also while the last size is not drawn yet", async () => {
  const user = userEvent.setup();
  const { asked, answer } = await open();
  await user.keyboard("{Control>}==={/Control}");
  expect(asked).toEqual([1.1]);
  await answer();
  expect(asked).toEqual([1.1, 1.5]);
  await user.keyboard("{Control>}-0{/Control}");
  await answer();
  expect(asked).toEqual([1.1, 1.5, 1]);
  await answer();
  expect(asked).toEqual([1.1, 1.5, 1]);
});

test("a size that cannot be shown is said and counts for nothing", async () => {
  const user = userEvent.setup();
  const { asked, answer } = await open();
  await user.keyboard("{Control>}={/Control}");
  await answer(new HostError("internal", "No view.", "Try again."));
  await waitFor(() => expect(document.body.textContent).toContain("No view."));
  await user.keyboard("{Control>}={/Control}");
  expect(asked).toEqual([1.1, 1.1]);
});
