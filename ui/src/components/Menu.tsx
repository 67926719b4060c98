/** A button that opens a list of things to do. */
import { type ReactNode, useEffect, useRef } from "react";
import {
  Keyboard,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from "react-aria-components";

import { readable } from "../keys/keys";
import floating from "./floating.module.css";

export interface MenuEntry {
  id: string;
  name: string;
  icon?: ReactNode;
  note?: string;
  /** The key that does the same. */
  keys?: string | undefined;
  disabled?: boolean;
  /** A hairline before it. */
  apart?: boolean;
  /** What it starts takes the focus: it waits until the menu has gone and given the focus back. */
  takesFocus?: boolean;
  run: () => void;
}

export interface MenuProps {
  label: string;
  /** The button that opens it: a Button or IconButton. */
  children: ReactNode;
  entries: readonly MenuEntry[];
}

export function Menu(props: MenuProps) {
  const chosen = useRef<(() => void) | null>(null);
  return (
    <MenuTrigger>
      {props.children}
      <Popover className={floating.popover ?? ""} offset={4}>
        <Leaving
          onGone={() => {
            const run = chosen.current;
            chosen.current = null;
            run?.();
          }}
        />
        <AriaMenu aria-label={props.label} className={floating.list ?? ""}>
          {props.entries.flatMap((entry) => [
            entry.apart ? (
              <Separator key={`${entry.id}-apart`} className={floating.separator ?? ""} />
            ) : null,
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.name}
              onAction={() => {
                if (entry.takesFocus === true) chosen.current = entry.run;
                else entry.run();
              }}
              isDisabled={entry.disabled ?? false}
              className={floating.item ?? ""}
            >
              {entry.icon}
              <Text slot="label">{entry.name}</Text>
              {entry.keys === undefined ? null : (
                <Keyboard className={floating.note ?? ""}>{readable(entry.keys)}</Keyboard>
              )}
              {entry.note === undefined ? null : <span className={floating.note}>{entry.note}</span>}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/**
 * Stands in a menu for as long as it is drawn, which with an animation is longer than it is open.
 * As it is taken away, React Aria asks for the next frame to give the focus back in; what asks after
 * it comes after it.
 */
function Leaving({ onGone }: { onGone: () => void }) {
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => () => void requestAnimationFrame(() => gone.current()), []);
  return null;
}
