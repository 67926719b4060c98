/** The six axes on which segments decide differently, beside the mean of all other segments. */
import { useSegmentEdit } from "../../api/edit";
import type { AxisName, Book, Segment } from "../../api/types";
import { Field } from "../../components/Field";
import { Section } from "../../components/Page";
import { t } from "../../words/segment";
import { axes, entries } from "../../words/vocabulary";
import { AxisScale } from "./AxisScale";
import styles from "./Segment.module.css";

/** A difference of a whole step is one that people can feel. */
const CLEAR = 1;

export function Deciding({ book, record }: { book: Book; record: Segment }) {
  const edit = useSegmentEdit(record.id);
  const others = book.chain.segments.filter((it) => it.id !== record.id);
  const means = new Map(entries(axes).map(({ id }) => [id, meanOf(others, id)]));
  return (
    <Section
      className={styles.deciding}
      title={t("decide")}
      note={noteOf(record, means)}
      aside={
        <span className={styles.key} aria-hidden="true">
          <i className={styles.us} />
          <span className="sub">{t("thisSegment")}</span>
          <i className={styles.them} />
          <span className="sub">{t("otherSegments")}</span>
        </span>
      }
    >
      <table className={styles.axes} data-field="decides_by">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-words">{t("axis")}</span>
            </th>
            <th scope="col">
              <span className={styles.ends}>
                <span>{t("low")}</span>
                <span>{t("high")}</span>
              </span>
            </th>
            <th scope="col">{t("inTheirWords")}</th>
          </tr>
        </thead>
        <tbody>
          {entries(axes).map(({ id, name }) => {
            const axis = record.decides_by[id];
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  <AxisScale
                    label={t("score", { axis: name })}
                    score={axis.score}
                    others={means.get(id) ?? null}
                    onChange={(score) => edit({ decides_by: { [id]: { score } } })}
                  />
                </td>
                <td>
                  <Field
                    label={t("noteOf", { axis: name })}
                    field={`decides_by/${id}`}
                    question={t("noteQuestion")}
                    size="control"
                    oneLine
                    value={axis.note}
                    onSave={(note) => edit({ decides_by: { [id]: { note } } })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

function meanOf(segments: readonly Segment[], axis: AxisName): number | null {
  const scores = segments
    .map((it) => it.decides_by[axis].score)
    .filter((score) => score !== null);
  if (scores.length === 0) return null;
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function noteOf(record: Segment, means: ReadonlyMap<AxisName, number | null>): string {
  const names = entries(axes).map(({ id }) => id);
  if (names.every((id) => record.decides_by[id].score === null)) return t("decideNone");
  if (names.every((id) => (means.get(id) ?? null) === null)) return t("decideAlone");
  const clear = names.filter((id) => {
    const score = record.decides_by[id].score;
    const mean = means.get(id) ?? null;
    return score !== null && mean !== null && Math.abs(score - mean) >= CLEAR;
  });
  return t("decideNote", { n: clear.length });
}
