/** Gives the workbook as it stands a name in its history. */
import { type FormEvent, useState } from "react";

import { useWrite, writes } from "../../api/queries";
import { Button } from "../../components/Button";
import { t } from "../../words/history";
import styles from "./History.module.css";

export function NameHere({ onDone }: { onDone: (name: string | null) => void }) {
  const naming = useWrite(writes.snapshot, { showsItsTrouble: true });
  const [name, setName] = useState("");
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim().replaceAll(/\s+/g, " ");
    if (wanted === "" || naming.busy) return;
    naming.ask(wanted).then(
      () => onDone(wanted),
      () => {},
    );
  };
  return (
    <form className={styles.naming} onSubmit={keep}>
      <input
        aria-label={t("nameLabel")}
        placeholder={t("nameQuestion")}
        autoFocus
        maxLength={120}
        value={name}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone(null);
        }}
        onChange={(event) => {
          setName(event.target.value);
          naming.reset();
        }}
      />
      <Button look="main" type="submit" isDisabled={name.trim() === "" || naming.busy}>
        {t("nameIt")}
      </Button>
      <Button look="quiet" onPress={() => onDone(null)}>
        {t("cancel")}
      </Button>
      <p role="alert" className={styles.refused}>
        {naming.error === null ? null : `${naming.error.message} ${naming.error.fix}`}
      </p>
    </form>
  );
}
