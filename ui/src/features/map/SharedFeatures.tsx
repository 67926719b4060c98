/** One feature in several segments: which payoff it serves in each of them. Folded until asked for. */
import type { Book, SharedFeature } from "../../api/types";
import { hrefTo } from "../../app/route";
import { Fold } from "../../components/Fold";
import { t } from "../../words/map";
import styles from "./SharedFeatures.module.css";
import { nameOf } from "./records";

export function SharedFeatures({ book }: { book: Book }) {
  const features = book.shared_features;
  if (features.length === 0) return null;
  const differ = features.filter((it) => it.differs).length;
  return (
    <section className={styles.shared} aria-label={t("shared")}>
      <Fold title={t("shared")} note={t("sharedNote", { n: features.length, differ })}>
        <Matrix book={book} features={features} />
      </Fold>
    </section>
  );
}

/** Features down, segments across: only those in which a shared feature stands. */
function Matrix({ book, features }: { book: Book; features: readonly SharedFeature[] }) {
  const named = new Set(features.flatMap((it) => it.stands.map((stand) => stand.segment)));
  const segments = book.chain.segments.map((it) => it.id).filter((id) => named.has(id));
  return (
    // A wide table scrolls by itself, and by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.matrix} role="region" aria-label={t("matrix")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("feature")}</th>
            {segments.map((id) => (
              <th key={id} scope="col">
                {nameOf(book, id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {features.map((feature) => (
            <tr key={feature.stands[0]?.feature}>
              <th scope="row">{feature.text}</th>
              {segments.map((id) => (
                <td key={id}>
                  <Served feature={feature} segment={id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Served({ feature, segment }: { feature: SharedFeature; segment: string }) {
  const stands = feature.stands.filter((it) => it.segment === segment);
  if (stands.length === 0) return <span className="muted">{t("notThere")}</span>;
  return stands.map((stand) => (
    <a key={stand.feature} href={hrefTo("value", segment)}>
      {stand.text === "" ? <span className="muted">{t("servesNothing")}</span> : stand.text}
    </a>
  ));
}
