/** A button that opens a list of things to do. */
import type { ReactNode } from "react";
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
  run: () => void;
}

export interface MenuProps {
  label: string;
  /** The button that opens it: a Button or IconButton. */
  children: ReactNode;
  entries: readonly MenuEntry[];
}

export function Menu(props: MenuProps) {
  return (
    <MenuTrigger>
      {props.children}
      <Popover className={floating.popover ?? ""} offset={4}>
        <AriaMenu aria-label={props.label} className={floating.list ?? ""}>
          {props.entries.flatMap((entry) => [
            entry.apart ? (
              <Separator key={`${entry.id}-apart`} className={floating.separator ?? ""} />
            ) : null,
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.name}
              onAction={entry.run}
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
