import { afterEach, beforeEach, expect, test } from "vitest";

import { followFocus } from "./heir";

let stop = () => {};

beforeEach(() => {
  stop = followFocus(document.body);
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
});

const nextFrame = () => new Promise((go) => requestAnimationFrame(go));

/** Puts `html` on the page, gives `#here` the focus, takes `#gone` away: who has the focus then. */
async function afterwards(html: string): Promise<string> {
  document.body.innerHTML = html;
  document.querySelector<HTMLElement>("#here")?.focus();
  expect(document.activeElement?.id).toBe("here");
  document.querySelector("#gone")?.remove();
  for (let frame = 0; frame < 4; frame += 1) {
    // One frame after the other is what is waited for.
    // oxlint-disable-next-line no-await-in-loop
    await nextFrame();
  }
  return document.activeElement?.id ?? "";
}

const row = (name: string, inside: string) =>
  `<tr ${name}><td><input id="${inside}"></td><td><button>Remove</button></td></tr>`;
const removed = `<tr id="gone"><td><input></td><td><button id="here">Remove</button></td></tr>`;

test("the row before the one that is removed takes the focus, where it is written in", async () => {
  const html = `<table><tbody>${row("", "a")}${removed}${row("", "b")}</tbody></table>`;
  expect(await afterwards(html)).toBe("a");
});

test("the row after takes it where the first is removed", async () => {
  expect(await afterwards(`<table><tbody>${removed}${row("", "b")}</tbody></table>`)).toBe("b");
});

test("the last of a list leaves it to what begins another", async () => {
  const html = `<div data-column><button id="other">?</button><div data-wire="x" id="gone">
    <textarea id="here"></textarea></div><button id="add" data-add>Add</button></div>`;
  expect(await afterwards(html)).toBe("add");
});

test("what is left of its own row comes before other rows", async () => {
  const html = `<ul><li><input id="a"></li><li><input><span><i id="gone"><button id="here">×</button></i>
    <button id="next">×</button></span></li></ul>`;
  expect(await afterwards(html)).toBe("next");
});

test("a group that goes with all that is in it leaves it to what stood before the group", async () => {
  const html = `<div data-list><div data-row><button id="a">is</button></div><div data-list data-row id="gone">
    <div data-row><button id="here">Remove</button></div></div></div>`;
  expect(await afterwards(html)).toBe("a");
});

test("nobody takes the focus of a page that is left", async () => {
  const html = `<button id="a">A</button><main id="gone"><ul><li><button id="here">B</button></li></ul></main>`;
  expect(await afterwards(html)).toBe("");
});

test("a row whose menu has the focus leaves it to its neighbour too", async () => {
  stop();
  document.body.innerHTML = `<div id="page"><table><tbody>${row("", "a")}${removed}</tbody></table></div>
    <div id="menu"><button id="entry">Remove</button></div>`;
  const page = document.querySelector<HTMLElement>("#page");
  if (page === null) throw new Error("the page is there");
  stop = followFocus(page);
  document.querySelector<HTMLElement>("#here")?.focus();
  document.querySelector<HTMLElement>("#entry")?.focus();
  document.querySelector("#gone")?.remove();
  document.querySelector("#menu")?.remove();
  await nextFrame();
  await nextFrame();
  await nextFrame();
  expect(document.activeElement?.id).toBe("a");
});

test("the focus is not taken from where it was put", async () => {
  document.body.innerHTML = `<button id="a">A</button><table><tbody>${row("", "b")}${removed}</tbody></table>`;
  document.querySelector<HTMLElement>("#here")?.focus();
  document.querySelector("#gone")?.remove();
  document.querySelector<HTMLElement>("#a")?.focus();
  await nextFrame();
  await nextFrame();
  await nextFrame();
  expect(document.activeElement?.id).toBe("a");
});
