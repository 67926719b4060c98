/** One of a list. `bare` has no box, for the column in a condition; a long list can be searched. */
import { ChevronDown, Search } from "lucide-react";
import {
  Autocomplete,
  Button,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select as AriaSelect,
  SelectValue,
  useFilter,
} from "react-aria-components";

import { t } from "../words/components";
import { cx } from "./classes";
import floating from "./floating.module.css";
import { type Harmless, useReadOnly } from "./ReadOnly";
import styles from "./Select.module.css";

export interface Option<T extends string> {
  id: T;
  name: string;
  /** Grey, at the right: a type, a count. */
  note?: string;
}

export interface SelectProps<T extends string> extends Harmless {
  label: string;
  options: readonly Option<T>[];
  value: T | null;
  onChange: (value: T) => void;
  /** What stands there while nothing is chosen. */
  placeholder?: string;
  look?: "box" | "bare" | "large";
  disabled?: boolean;
}

/** From this many entries on the list has a search field. */
const LONG = 9;

export function Select<T extends string>(props: SelectProps<T>) {
  const off = useReadOnly() && props.harmless !== true;
  const { contains } = useFilter({ sensitivity: "base" });
  const list = (
    <ListBox items={props.options} className={floating.list ?? ""}>
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.name} className={floating.item ?? ""}>
          {option.name}
          {option.note === undefined ? null : <span className={floating.note}>{option.note}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  );
  return (
    <AriaSelect
      aria-label={props.label}
      value={props.value}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.id === key);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
      isDisabled={off || (props.disabled ?? false)}
      placeholder={props.placeholder ?? t("choose")}
      className={styles.root ?? ""}
    >
      <Button className={cx(styles.button, styles[props.look ?? "box"])}>
        <SelectValue className={styles.value ?? ""}>
          {({ isPlaceholder, defaultChildren }) =>
            isPlaceholder
              ? defaultChildren
              : (props.options.find((option) => option.id === props.value)?.name ?? props.value)
          }
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={floating.popover ?? ""} offset={4}>
        {props.options.length < LONG ? (
          list
        ) : (
          <Autocomplete filter={contains}>
            <SearchField aria-label={t("search")} autoFocus className={floating.search ?? ""}>
              <Search aria-hidden="true" />
              <Input placeholder={t("search")} />
            </SearchField>
            {list}
          </Autocomplete>
        )}
      </Popover>
    </AriaSelect>
  );
}
