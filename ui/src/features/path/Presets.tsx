/** Six decisions that segments are made for, to take and reword. */
import { Button } from "../../components/Button";
import { Section } from "../../components/Page";
import { presets, t } from "../../words/path";
import styles from "./Path.module.css";

export type Preset = (typeof presets)[number];

export function Presets({ onTake }: { onTake: (preset: Preset) => void }) {
  return (
    <Section title={t("presets")} note={t("presetsNote")}>
      <ul className={styles.presets}>
        {presets.map((preset) => (
          <li key={preset.id}>
            <p>
              {preset.question}
              <small>{preset.options.join(" · ")}</small>
            </p>
            <Button
              small
              aria-label={t("takeNamed", { question: preset.question })}
              onPress={() => onTake(preset)}
            >
              {t("take")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
