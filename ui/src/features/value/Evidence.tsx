/** The column of what stands behind the payoffs: proofs, and features as evidence. */
import { Plus } from "lucide-react";

import type { Feature, Proof } from "../../api/types";
import { Button } from "../../components/Button";
import { Menu } from "../../components/Menu";
import { Select } from "../../components/Select";
import { t } from "../../words/value";
import { entries, proofKinds } from "../../words/vocabulary";
import { Column, type ColumnProps, place } from "./Column";
import type { Behind } from "./layout";
import { type Anchor, Sentence } from "./Sentence";
import type { Surface } from "./surface";
import styles from "./Value.module.css";

/** Proofs and features stand behind a payoff; those that stand behind none are loose. */
export function Evidence({ surface, layout }: ColumnProps) {
  const { payoffs } = surface.value;
  const last = payoffs.find((it) => surface.onPath(it.id))?.id ?? payoffs.at(-1)?.id ?? "";
  return (
    <Column title={t("behind")} note={t("behindNote")} column={4}>
      {layout.behind.map((behind) => (
        <BehindCell key={behind.payoff ?? " loose"} behind={behind} surface={surface} />
      ))}
      <div className={styles.add} style={{ gridColumn: 4, gridRow: layout.rows + 2 }}>
        <Menu
          label={t("proofOrFeature")}
          entries={[
            {
              id: "proof",
              name: t("proof"),
              takesFocus: true,
              run: () => surface.start("proofs", { supports: last }),
            },
            {
              id: "feature",
              name: t("feature"),
              disabled: last === "",
              ...(last === "" ? { note: t("featureNeedsPayoff") } : {}),
              takesFocus: true,
              run: () => surface.start("features", { payoff: last }),
            },
          ]}
        >
          <Button small look="quiet" data-add>
            <Plus aria-hidden="true" />
            {t("proofOrFeature")}
          </Button>
        </Menu>
      </div>
    </Column>
  );
}

function BehindCell(props: Omit<ColumnProps, "layout"> & { behind: Behind }) {
  const { surface, behind } = props;
  const loose = behind.payoff === null;
  const { payoffs, proofs, features } = surface.value;
  const anchors = (to: (id: string) => Anchor["hanging"]) =>
    payoffs.map(({ id, text }): Anchor => ({ id, text, hanging: to(id) }));
  return (
    <div className={styles.behind} style={place(4, behind)}>
      {behind.proofs.map((it) => (
        <ProofItem
          key={it.id}
          it={it}
          name={nameOf("proof", proofs, it.id)}
          anchors={anchors((id) => ({ supports: id }))}
          {...{ surface, loose }}
        />
      ))}
      {behind.features.map((it) => (
        <FeatureItem
          key={it.id}
          it={it}
          name={nameOf("feature", features, it.id)}
          anchors={anchors((id) => ({ payoff: id }))}
          {...{ surface, loose }}
        />
      ))}
    </div>
  );
}

function nameOf(kind: "proof" | "feature", list: readonly { id: string }[], id: string): string {
  return t("numbered", { kind: t(kind), n: list.findIndex((it) => it.id === id) + 1 });
}

interface BehindItemProps<T> {
  surface: Surface;
  it: T;
  name: string;
  anchors: readonly Anchor[];
  loose: boolean;
}

function ProofItem({ surface, it, name, anchors, loose }: BehindItemProps<Proof>) {
  return (
    <Sentence
      surface={surface}
      kind="proofs"
      look="evidence"
      record={it}
      name={name}
      question={t("proofQuestion")}
      next={{ supports: it.supports }}
      anchors={anchors}
      anchored={it.supports}
    >
      <Select
        look="bare"
        label={t("kind", { of: name })}
        placeholder={t("kindQuestion")}
        options={entries(proofKinds)}
        value={it.kind}
        onChange={(kind) => surface.edit({ value: { proofs: [{ id: it.id, kind }] } })}
      />
      {loose ? <span className={styles.looseNote}>{t("looseProof")}</span> : null}
    </Sentence>
  );
}

function FeatureItem({ surface, it, name, anchors, loose }: BehindItemProps<Feature>) {
  return (
    <Sentence
      surface={surface}
      kind="features"
      look="evidence"
      record={it}
      name={name}
      question={t("featureQuestion")}
      next={{ payoff: it.payoff }}
      anchors={anchors}
      anchored={it.payoff}
      loose={loose}
    >
      <span className={styles.kindWord}>{t("featureKind")}</span>
      {loose ? <span className={styles.looseNote}>{t("looseFeature")}</span> : null}
    </Sentence>
  );
}
