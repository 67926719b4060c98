import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { App } from "../../app/App";
import { Marks } from "../../components/FoundMarks";
import { makeFakeHost } from "../../host/fake/fake";
import { filled } from "../../host/fake/filled";

const { chain } = filled();
const payoff = chain.segments[0]?.value.payoffs[0];

beforeEach(() => {
  window.location.hash = "";
});

async function open() {
  const user = userEvent.setup();
  render(<App host={makeFakeHost(filled())} />);
  await screen.findByRole("navigation", { name: "Chain" });
  return user;
}

test("what is searched for is found by its words, and Enter leads to its field", async () => {
  const user = await open();
  await user.keyboard("{Control>}k{/Control}");
  const words = payoff?.text ?? "";
  await user.type(await screen.findByRole("combobox"), words.slice(0, 18));
  const option = await waitFor(() => {
    const found = screen.getAllByRole("option").find((it) => it.textContent?.includes(words));
    expect(found?.querySelector("mark")?.textContent).toBe(words.slice(0, 18).trim());
    return found;
  });
  expect(option?.textContent).toContain("payoff");
  await user.keyboard("{Enter}");
  await waitFor(() => {
    const field = document.activeElement;
    expect(field instanceof HTMLTextAreaElement ? field.value : field).toBe(words);
  });
});

test("the rail leads to the search", async () => {
  const user = await open();
  await user.click(screen.getByRole("button", { name: "Search" }));
  expect(await screen.findByRole("combobox")).toBeDefined();
});

test("letters are marked where they stand, counted as people count them", () => {
  render(
    <p data-testid="it">
      <Marks
        text="🦀🦀 naïve hours"
        marks={[
          { start: 3, end: 8 },
          { start: 9, end: 10 },
        ]}
      />
    </p>,
  );
  const marks = [...screen.getByTestId("it").querySelectorAll("mark")];
  expect(marks.map((it) => it.textContent)).toEqual(["naïve", "h"]);
  expect(screen.getByTestId("it").textContent).toBe("🦀🦀 naïve hours");
});
