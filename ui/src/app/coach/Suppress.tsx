/** Setting a finding aside: it asks why, and keeps the answer. */
import { type KeyboardEvent, useId, useState } from "react";

import { useWrite, writes } from "../../api/queries";
import type { Finding } from "../../api/types";
import { Button } from "../../components/Button";
import { t } from "../../words/coach";
import styles from "./Coach.module.css";

export interface SuppressProps {
  finding: Finding;
  onDone: () => void;
  onCancel: () => void;
}

export function Suppress({ finding, onDone, onCancel }: SuppressProps) {
  const id = useId();
  const suppressing = useWrite(writes.suppress);
  const [reason, setReason] = useState("");
  const said = reason.trim() !== "";
  const set = () => {
    if (!said || suppressing.busy) return;
    const { rule, record, field } = finding;
    // A problem stands in the frame's trouble line; the reason stays here for another try.
    suppressing.ask({ finding: { rule, record, field }, reason: reason.trim() }).then(onDone, () => {});
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      set();
    }
  };
  return (
    <div className={styles.asking}>
      <label htmlFor={id}>{t("suppressWhy")}</label>
      <textarea
        id={id}
        rows={2}
        value={reason}
        autoFocus
        aria-describedby={`${id}-hint`}
        onChange={(event) => setReason(event.target.value.replaceAll(/[\r\n]+/g, " "))}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t("suppressHint")}
      </p>
      <div className={styles.acts}>
        <Button isDisabled={!said || suppressing.busy} onPress={set}>
          {t("suppressNow")}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
