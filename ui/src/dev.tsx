/**
 * The window in a plain browser, over the host in memory; never part of the shipped bundle.
 * `?empty` begins at the start screen, `?theme=dark` chooses a scheme.
 */
import { start } from "./app/start";
import { someRecents } from "./host/fake/around";
import { makeFakeHost } from "./host/fake/fake";
import { filled } from "./host/fake/filled";

const asked = new URLSearchParams(window.location.search);
const theme = asked.get("theme") === "dark" ? "dark" : "light";

start(
  makeFakeHost(asked.has("empty") ? undefined : filled(), {
    recent: someRecents(),
    settings: { theme },
  }),
);
