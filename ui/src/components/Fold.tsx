/** A part of a page that is folded until it is asked for: its head, and what it holds. */
import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";

import styles from "./Fold.module.css";

export interface FoldProps {
  title: string;
  /** Grey, right after the title: what is in it. */
  note?: string;
  /** Unfolded at first. */
  startsOpen?: boolean;
  children: ReactNode;
}

export function Fold({ title, note, startsOpen = false, children }: FoldProps) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <>
      <Button
        isDisabled={false}
        className={styles.fold ?? ""} aria-expanded={open} onPress={() => setOpen(!open)}>
        <ChevronRight aria-hidden="true" />
        <b>{title}</b>
        {note === undefined ? null : <span className="sub">{note}</span>}
      </Button>
      {open ? children : null}
    </>
  );
}
