/** Whether the segment earns its name: three checks, three badges, and what they still ask for. */
import { useSegmentEdit } from "../../api/edit";
import type { BadgeState, Book, Lack } from "../../api/types";
import type { InView } from "../../app/places";
import { Button } from "../../components/Button";
import { cx } from "../../components/classes";
import { lacks as lackWords, t } from "../../words/health";
import { nameOf } from "../map/records";
import { apartWords } from "../map/steps";
import styles from "./Health.module.css";

export function HealthRow({ book, segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  const edit = useSegmentEdit(record.id);
  const { checks, badges, retire } = view.health;
  if (record.standing === "retired" || record.standing === "invalidated") return null;
  return (
    <section className={styles.row} aria-label={t("title")}>
      <ul>
        {checks.map(({ name, lacks }) => (
          <li key={name}>
            <Mark state={lacks.length === 0 ? "earned" : "open"} />
            <span>
              <b>{t(`check_${name}`)}</b> {lacks.length === 0 ? t("holds") : said(lacks)}
            </span>
          </li>
        ))}
      </ul>
      <ul>
        {badges.map(({ name, state, lacks }) => (
          <li key={name}>
            <Mark state={state} />
            <span>
              <b>{t(`badge_${name}`)}</b>{" "}
              {state === "earned" ? t("earned") : t(state, { what: said(lacks) })}
            </span>
          </li>
        ))}
      </ul>
      {view.twins.map((twin) => (
        <p key={twin.segment}>
          {t("twin", {
            name: nameOf(book, twin.segment),
            apart: apartWords(book, record.id, twin.segment),
          })}
        </p>
      ))}
      {retire ? (
        <p>
          {t("retire")}{" "}
          <Button small onPress={() => edit({ standing: "retired" })}>
            {t("retireIt")}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function said(lacks: readonly Lack[]): string {
  return lacks.map((lack) => lackWords[lack]).join(", ");
}

/** Earned: a tick. Lapsed: a tick that is crossed. Open: a ring. The word beside it says the same. */
function Mark({ state }: { state: BadgeState }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={cx(styles[state])}>
      {state === "open" ? (
        <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
      ) : (
        <path d="M2 6.4l2.8 2.8L10 3.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
      {state === "lapsed" ? (
        <path d="M2.5 2.5l7 7" fill="none" stroke="currentColor" strokeWidth="1.4" />
      ) : null}
    </svg>
  );
}
