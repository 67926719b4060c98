/** What a rule flags, and the same said soundly. */
import { t } from "../../words/coach";
import styles from "./Examples.module.css";

export function Examples({ weak, strong }: { weak: string; strong: string }) {
  return (
    <dl className={styles.examples}>
      <dt>{t("weak")}</dt>
      <dd data-weak>{weak}</dd>
      <dt>{t("strong")}</dt>
      <dd>{strong}</dd>
    </dl>
  );
}
