/** The coach in the chain bar: how many findings are on screen, and the way to them. */
import { MessageSquareText } from "lucide-react";

import { Button } from "../../components/Button";
import { t } from "../../words/coach";
import styles from "./Coach.module.css";
import type { PaneNow } from "./usePane";

export function CoachButton({ pane }: { pane: PaneNow }) {
  const n = pane.findings.length;
  return (
    <span className={styles.button} data-open={pane.open}>
      <Button
        look="quiet"
        aria-expanded={pane.open}
        onPress={pane.toggle}
      >
        <MessageSquareText aria-hidden="true" />
        <span className={styles.buttonWord}>{t("coach")}</span>
        {n === 0 ? null : (
          <>
            {" "}
            <span className="num">{n}</span>{" "}
            <span className="hidden-words">{t("counted", { n })}</span>
          </>
        )}
      </Button>
    </span>
  );
}
