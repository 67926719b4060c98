/** Early metrics without a downstream partner: named, and asked for one, but not drawn. */
import { useEdit } from "../../api/edit";
import type { Book, ResultRow } from "../../api/types";
import { Section } from "../../components/Page";
import { Select } from "../../components/Select";
import { t } from "../../words/results";
import styles from "./Results.module.css";

export interface UnpartneredProps {
  book: Book;
  rows: readonly ResultRow[];
}

export function Unpartnered({ book, rows }: UnpartneredProps) {
  const edit = useEdit();
  const downstream = book.chain.metrics.filter((it) => it.stage === "downstream");
  if (rows.length === 0) return null;
  return (
    <Section title={t("unpartneredTitle")} note={t("unpartneredNote")} className={styles.lower}>
      <ul className={styles.unpartnered}>
        {rows.map((row) => {
          const partner = downstream.find((it) => it.id === row.partner);
          return (
            <li key={row.metric}>
              <span>{row.name || t("unnamed")}</span>
              <Select
                label={t("partnerOf", { name: row.name })}
                placeholder={t("partnerNone")}
                options={downstream.map((it) => ({ id: it.id, name: it.name || t("unnamed") }))}
                value={partner?.id ?? null}
                onChange={(id) => edit({ metrics: [{ id: row.metric, partner: id }] })}
              />
              {partner === undefined ? null : (
                <span className="sub">{t("partnerElsewhere", { partner: partner.name })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
