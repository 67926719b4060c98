/** The doorway, the room and the sign: segment, value and positioning told apart. */
import { X } from "lucide-react";

import { IconButton } from "../../components/Button";
import { t } from "../../words/doorway";
import styles from "./Doorway.module.css";

export function DoorwayCard({ onClose }: { onClose?: () => void }) {
  const told = [
    { id: "value", name: t("value"), why: t("valueWhy") },
    { id: "segment", name: t("segment"), why: t("segmentWhy") },
    { id: "positioning", name: t("positioning"), why: t("positioningWhy") },
  ];
  return (
    <section className={styles.card} aria-label={t("title")}>
      <Picture />
      <div className={styles.words}>
        <h2>{t("title")}</h2>
        <p>{t("lead")}</p>
        <dl>
          {told.map((it) => (
            <div key={it.id}>
              <dt>{it.name}</dt>
              <dd>{it.why}</dd>
            </div>
          ))}
        </dl>
        <p>{t("order")}</p>
      </div>
      {onClose === undefined ? null : (
        <IconButton harmless small name={t("close")} icon={<X aria-hidden="true" />} onPress={onClose} />
      )}
    </section>
  );
}

/** Drawn in ink: a wall with a door and a sign; a lamp and a table behind it; people before it. */
function Picture() {
  return (
    <svg viewBox="0 0 260 200" className={styles.picture} role="img" aria-label={t("picture")}>
      <path className={styles.room} d="M96 60h72v116H96z" />
      <g className={styles.ink}>
        <path d="M12 176h236" />
        <path d="M88 176V52h88v124M96 176V60h72v116" />
        <path d="M132 60v22M124 90a8 8 0 0 1 16 0z" />
        <path d="M112 140h40M118 140v36M146 140v36" />
        <path d="M92 18h80v22H92zM104 40v12M160 40v12" />
      </g>
      <g className={styles.accent}>
        <path d="M104 29h56" />
      </g>
      <g className={styles.people}>
        <circle cx="58" cy="122" r="8" />
        <path d="M58 130v26M58 138l-10 10M58 138l12 6M58 156l-8 20M58 156l10 20" />
      </g>
      <g className={styles.others}>
        <circle cx="206" cy="126" r="7" />
        <path d="M206 133v24M206 140l-9 9M206 140l9 9M206 157l-6 19M206 157l6 19" />
        <circle cx="232" cy="130" r="7" />
        <path d="M232 137v22M232 144l-8 8M232 144l8 8M232 159l-5 17M232 159l5 17" />
      </g>
    </svg>
  );
}
