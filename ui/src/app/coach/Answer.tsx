/** A question of the coach, answered in place: the answer is one edit. */
import { type KeyboardEvent, useId, useState } from "react";

import { useEdit } from "../../api/edit";
import type { Remedy } from "../../api/types";
import { Button } from "../../components/Button";
import { answered } from "../../components/coach/answer";
import { t } from "../../words/coach";
import styles from "./Coach.module.css";

export interface AnswerProps {
  remedy: Extract<Remedy, { kind: "prompt" }>;
  onDone: () => void;
  onCancel: () => void;
}

export function Answer({ remedy, onDone, onCancel }: AnswerProps) {
  const id = useId();
  const edit = useEdit();
  const [said, setSaid] = useState(remedy.given);
  const patch = answered(remedy, said);
  const send = () => {
    if (patch === null) return;
    edit(patch);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  return (
    <div className={styles.asking}>
      <label htmlFor={id}>{remedy.question}</label>
      {remedy.before.trim() === "" && remedy.after.trim() === "" ? null : (
        <p className={styles.around}>
          {remedy.before}
          <b>{said.trim() === "" ? "…" : said}</b>
          {remedy.after}
        </p>
      )}
      <textarea
        id={id}
        rows={remedy.number ? 1 : 2}
        inputMode={remedy.number ? "decimal" : "text"}
        value={said}
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setSaid(event.target.value.replaceAll(/[\r\n]+/g, " "))}
        onKeyDown={onKeyDown}
      />
      <div className={styles.acts}>
        <Button look="main" isDisabled={patch === null} onPress={send}>
          {remedy.label}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
