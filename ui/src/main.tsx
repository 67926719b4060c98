/** The shipped window. */
import { createRoot } from "react-dom/client";

import "./styles";
import { App } from "./app/App";
import { tauriHost } from "./host/tauri";

// After every static import: libraries may still set their own prototypes up while they load.
Object.freeze(Object.prototype);

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App host={tauriHost} />);
