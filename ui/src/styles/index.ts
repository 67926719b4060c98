/** The font, the tokens and the base rules, in the order in which they lean on each other. */
import "@fontsource-variable/inter/wght.css";
import "./tokens.css";
import "./base.css";
