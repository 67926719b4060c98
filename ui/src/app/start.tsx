/** Puts the window on the page, over a host. */
import { createRoot } from "react-dom/client";

import "../styles";
import type { Host } from "../host/host";
import { App } from "./App";

export function start(host: Host): void {
  // Every module has loaded by now; libraries set their own prototypes up while they load, and
  // nothing may touch the common one after that.
  Object.freeze(Object.prototype);
  const root = document.getElementById("root");
  if (root !== null) createRoot(root).render(<App host={host} />);
}
