/** The window in a plain browser, over the host in memory. Never part of the shipped bundle. */
import { createRoot } from "react-dom/client";

import "./styles";
import { App } from "./app/App";
import { makeFakeHost } from "./host/fake/fake";
import { filled } from "./host/fake/filled";

const asked = new URLSearchParams(window.location.search);
const theme = asked.get("theme");
if (theme !== null) document.documentElement.dataset.theme = theme;

const root = document.getElementById("root");
const host = makeFakeHost(asked.has("empty") ? undefined : filled());
if (root !== null) createRoot(root).render(<App host={host} />);
