/** Filled workbooks that teach by before and after, each open within one click. */
import { ArrowRight } from "lucide-react";
import { Button } from "react-aria-components";

import { reads, useRead } from "../../api/queries";
import type { Sample, SampleHalf } from "../../api/types";
import { Wrong } from "../../components/Blocks";
import { Button as Plain } from "../../components/Button";
import { cx } from "../../components/classes";
import { MiniLine } from "../../components/MiniLine";
import { t } from "../../words/start";
import styles from "./Samples.module.css";

export function Samples(props: { busy: boolean; onOpen: (sample: Sample) => void }) {
  const { data, error, again } = useRead(reads.samples, []);
  if (error !== null) {
    return <Wrong error={error} action={<Plain onPress={again}>{t("retry")}</Plain>} />;
  }
  return (
    <ul className={styles.samples}>
      {(data ?? []).map(({ sample, title, story, before, after }) => (
        <li key={sample}>
          <Button
            className={styles.sample ?? ""}
            isDisabled={props.busy}
            onPress={() => props.onOpen(sample)}
          >
            <span className={styles.title}>
              <b>{title}</b>
              <ArrowRight aria-hidden="true" />
            </span>
            <span className={styles.story}>{story}</span>
            <Half name={t("before")} half={before} />
            <Half name={t("after")} half={after} strong />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Half(props: { name: string; half: SampleHalf; strong?: boolean }) {
  return (
    <span className={cx(styles.half, props.strong && styles.strong)}>
      <span>{props.name}</span>
      <MiniLine states={props.half.links} />
      <span className="num">{t("measured", props.half)}</span>
    </span>
  );
}
