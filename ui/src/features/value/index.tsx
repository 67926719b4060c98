/** Value: jobs, pains, payoffs and what proves them, as sentences joined by wires. */
import { useSegmentEdit } from "../../api/edit";
import type { Value } from "../../api/types";
import type { Book } from "../../api/types";
import type { InView, Place, PlaceProps } from "../../app/places";
import { Lines } from "../../components/Lines";
import { PageHead, Section } from "../../components/Page";
import { Wires } from "../../components/Wires";
import { t } from "../../words/value";
import { Standing } from "../standing/Standing";
import { Jobs, Pains, Payoffs } from "./Columns";
import { Evidence } from "./Evidence";
import { layoutValue, type ValueLayout, wiresOf } from "./layout";
import { useSurface } from "./surface";
import styles from "./Value.module.css";

function ValuePlace({ book, segment }: PlaceProps) {
  return segment === null ? null : <ValuePage book={book} segment={segment} />;
}

function ValuePage({ book, segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  const surface = useSurface(record);
  const edit = useSegmentEdit(record.id);
  const layout = layoutValue(surface.value);
  const shared = { surface, layout };
  return (
    <>
      <PageHead
        title={headOf(record.value, layout)}
        actions={<Standing book={book} view={view} link="value" />}
      />
      <section className={styles.surface} aria-label={t("name")}>
        <Wires wires={wiresOf(surface.value, layout, surface.inHand)} className={styles.grid}>
          <Jobs {...shared} />
          <Pains {...shared} />
          <Payoffs {...shared} />
          <Evidence {...shared} />
        </Wires>
      </section>
      <div className={styles.whom} data-record={record.id}>
        <Section title={t("forTitle")}>
          <Lines
            label={t("forLine")}
            record={record.id}
            field="for"
            question={t("forQuestion")}
            values={record.for}
            onChange={(lines) => edit({ for: lines })}
          />
        </Section>
        <Section title={t("notForTitle")}>
          <Lines
            label={t("notForLine")}
            field="not_for"
            question={t("notForQuestion")}
            values={record.not_for}
            onChange={(not_for) => edit({ not_for })}
          />
        </Section>
      </div>
    </>
  );
}

/** What the page found, the most useful first. */
function headOf(value: Value, layout: ValueLayout): string {
  const { jobs, pains, payoffs, features, proofs } = value;
  if (jobs.length + pains.length + payoffs.length === 0) return t("nothing");
  if (layout.payoffGaps.length > 0) return t("painsOpen", { n: layout.payoffGaps.length });
  if (payoffs.length === 0) return t("noPains");
  const loose = features.filter((it) => payoffs.every(({ id }) => id !== it.payoff));
  if (loose.length > 0) return t("loose", { n: loose.length });
  const unproven = payoffs.filter((it) => proofs.every(({ supports }) => supports !== it.id));
  if (unproven.length > 0) return t("unproven", { n: unproven.length, of: payoffs.length });
  return t("whole", { n: payoffs.length });
}

export const place: Place = { id: "value", link: "value", Page: ValuePlace };
