/** What was set aside in the workbook, with the reasons, and the way back. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";

import { useWrite, writes } from "../../api/queries";
import type { RuleCard, SetAside } from "../../api/types";
import { Button } from "../../components/Button";
import { placeOf } from "../../components/coach/order";
import { t } from "../../words/coach";
import { date } from "../../words/figures";
import styles from "./Coach.module.css";

export interface SetAsideListProps {
  list: readonly SetAside[];
  rules: readonly RuleCard[];
  readOnly: boolean;
}

export function SetAsideList({ list, rules, readOnly }: SetAsideListProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const bringing = useWrite(writes.bringBack);
  if (list.length === 0) return null;
  return (
    <div className={styles.setAside}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
        {t("setAside", { n: list.length })}
      </button>
      <ul id={id} hidden={!open} aria-label={t("setAsideList")}>
        {list.map((it) => {
          const name = rules.find(({ id: rule }) => rule === it.rule)?.name ?? it.rule;
          return (
            <li key={placeOf(it)}>
              <b>{name}</b>
              {it.words === "" ? null : <q>{it.words}</q>}
              <p>{it.reason}</p>
              <p className={styles.hint}>{noteOf(it)}</p>
              {readOnly ? null : (
                <Button
                  small
                  isDisabled={bringing.busy}
                  aria-label={t("bringBackOf", { name })}
                  onPress={() =>
                    bringing.run({ rule: it.rule, record: it.record, field: it.field })
                  }
                >
                  {t("bringBack")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** When it was set aside; or why it is not any more. */
function noteOf(it: SetAside): string {
  switch (it.silence) {
    case "words_changed":
      return t("wordsChanged");
    case "nothing_found":
      return t("nothingFound");
    case "holds":
      return it.on === "" ? "" : t("setAsideOn", { date: date(it.on) });
  }
}
