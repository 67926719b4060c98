/** Every shared part on one page, to look at. Dev only: `gallery.html`, never in the bundle. */
import { createRoot } from "react-dom/client";

import "../styles";
import { Gallery } from "./Gallery";

const theme = new URLSearchParams(window.location.search).get("theme");
if (theme !== null) document.documentElement.dataset.theme = theme;

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Gallery />);
