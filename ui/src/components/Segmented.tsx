/** A few choices that exclude each other, side by side. */
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

import { type Harmless, useReadOnly } from "./ReadOnly";
import type { Option } from "./Select";
import styles from "./Segmented.module.css";
import { useSent } from "./sent";

export interface SegmentedProps<T extends string> extends Harmless {
  label: string;
  options: readonly Option<T>[];
  /** Null while nothing is chosen; once chosen, something always is. */
  value: T | null;
  onChange: (value: T) => void;
}

export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const off = useReadOnly() && props.harmless !== true;
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      isDisabled={off}
      selectionMode="single"
      disallowEmptySelection={props.value !== null}
      selectedKeys={props.value === null ? [] : [props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.options.find((option) => keys.has(option.id));
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
      className={styles.group ?? ""}
    >
      {props.options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={styles.choice ?? ""}>
          {option.name}
          {option.note === undefined ? null : <span className={styles.note}> {option.note}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

export interface ToggleTagsProps<T extends string> {
  label: string;
  /** The list's name in the chain document. */
  field?: string;
  options: readonly Option<T>[];
  value: readonly T[];
  onChange: (value: T[]) => void;
}

/** Any of a short closed list, as tags that are pressed or not. */
export function ToggleTags<T extends string>(props: ToggleTagsProps<T>) {
  const off = useReadOnly();
  const { now, change } = useSent(props.value, props.onChange);
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      data-field={props.field}
      isDisabled={off}
      selectionMode="multiple"
      selectedKeys={now}
      onSelectionChange={(keys) =>
        change(() => props.options.filter((option) => keys.has(option.id)).map(({ id }) => id))
      }
      className={styles.tags ?? ""}
    >
      {props.options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={styles.tag ?? ""}>
          {option.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
