/** The top line of the Map: the one most useful next step, one button that goes there, or not now. */
import type { Book } from "../../api/types";
import { go } from "../../app/route";
import { Button } from "../../components/Button";
import { StateNode } from "../../components/State";
import { t } from "../../words/steps";
import { useLater } from "./later";
import styles from "./NextLine.module.css";
import { stepWords } from "./steps";

export function NextLine({ book }: { book: Book }) {
  const later = useLater(book.file_name, book.next_steps);
  const { step } = later;
  if (step === null) {
    const isDone = later.off === 0;
    return (
      <section className={styles.next} aria-label={t("next")}>
        <StateNode state={isDone ? "sound" : "draft"} size={20} />
        <p>
          <b>{isDone ? t("nothing") : t("allOff", { n: later.off })}</b>
          {isDone ? t("nothingWhy") : null}
        </p>
        {isDone ? null : (
          <div className={styles.nextActions}>
            <Button harmless onPress={later.again}>{t("again")}</Button>
          </div>
        )}
      </section>
    );
  }
  const words = stepWords(book, step);
  return (
    <section className={styles.next} aria-label={t("next")}>
      <StateNode state={words.state} size={20} />
      <p aria-live="polite">
        <b>{words.title}</b>
        {words.detail}
      </p>
      <div className={styles.nextActions}>
        <Button harmless look="quiet" onPress={() => later.putOff(step)}>
          {t("notNow")}
        </Button>
        <Button harmless look="main" onPress={() => go(words.place, step.segment || null)}>
          {words.go}
        </Button>
      </div>
    </section>
  );
}
