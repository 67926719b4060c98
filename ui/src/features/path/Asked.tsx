/** The head of a step: what it asks, and why. */
import styles from "./Path.module.css";

export function Asked(props: { ask: string; why: string }) {
  return (
    <div className={styles.asked}>
      <h2>{props.ask}</h2>
      <p>{props.why}</p>
    </div>
  );
}
