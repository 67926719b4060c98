/** Yes or no for one thing in a list. */
import { Check } from "lucide-react";
import { Checkbox as AriaCheckbox } from "react-aria-components";

import styles from "./Checkbox.module.css";
import { useReadOnly } from "./ReadOnly";

export interface CheckboxProps {
  /** Its name; shown beside the box only with `showLabel`. */
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  showLabel?: boolean;
}

export function Checkbox(props: CheckboxProps) {
  const off = useReadOnly();
  return (
    <AriaCheckbox
      isDisabled={off}
      isSelected={props.checked}
      onChange={props.onChange}
      aria-label={props.showLabel ? undefined : props.label}
      className={styles.root ?? ""}
    >
      <span className={styles.box}>
        <Check aria-hidden="true" />
      </span>
      {props.showLabel ? props.label : null}
    </AriaCheckbox>
  );
}
