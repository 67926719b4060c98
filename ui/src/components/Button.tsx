/** The three looks of a button, and the small one for rows. */
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from "react-aria-components";

import { readable } from "../keys/keys";
import { cx } from "./classes";
import { type Harmless, useReadOnly } from "./ReadOnly";
import styles from "./Button.module.css";

export interface ButtonProps
  extends Harmless, Omit<AriaButtonProps, "className" | "style" | "children"> {
  children: ReactNode;
  /** One main button a view; quiet where several stand together. */
  look?: "main" | "default" | "quiet";
  small?: boolean;
}

export function Button({
  look = "default",
  small = false,
  harmless = false,
  children,
  ...rest
}: ButtonProps) {
  const off = useReadOnly() && !harmless;
  return (
    <AriaButton {...rest} isDisabled={off || (rest.isDisabled ?? false)} className={cx(styles.button, styles[look], small && styles.small)}>
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, "children"> {
  /** Its name, for assistive technology and the tooltip. */
  name: string;
  /** What it would do now, or its key, after the name in the tooltip. */
  hint?: string | null;
  keys?: string;
  icon: ReactNode;
}

/** A button that is only an icon always has a name and a tooltip. */
export function IconButton({
  name,
  hint,
  keys,
  icon,
  look = "quiet",
  small = false,
  harmless = false,
  ...rest
}: IconButtonProps) {
  const off = useReadOnly() && !harmless;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        isDisabled={off || (rest.isDisabled ?? false)}
        aria-label={name}
        className={cx(styles.button, styles[look], styles.square, small && styles.small)}
      >
        {icon}
      </AriaButton>
      <Tooltip offset={6} className={styles.tooltip ?? ""}>
        {hint ?? name}
        {keys === undefined ? null : <kbd>{readable(keys)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
