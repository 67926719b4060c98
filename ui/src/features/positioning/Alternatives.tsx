/** What they use instead: vendors and everything that is none. */
import { X } from "lucide-react";

import { useEdit, useSegmentEdit } from "../../api/edit";
import { useTrailing } from "../../api/trailing";
import type { Alternative, Segment, StatementPart } from "../../api/types";
import { LevelMark } from "../../components/Blocks";
import { IconButton } from "../../components/Button";
import { Field } from "../../components/Field";
import { copyOf } from "../../components/copy/columns";
import { CopyMenu } from "../../components/copy/CopyMenu";
import { Section, Table, type TableColumn } from "../../components/Page";
import { Select } from "../../components/Select";
import { t } from "../../words/positioning";
import { alternativeKinds, entries } from "../../words/vocabulary";
import styles from "./Positioning.module.css";

export interface AlternativesProps {
  record: Segment;
  onEditing: (part: StatementPart | null) => void;
}

export function Alternatives({ record, onEditing }: AlternativesProps) {
  const edit = useSegmentEdit(record.id);
  const editBook = useEdit();
  const { alternatives } = record.positioning;
  const trailing = useTrailing("alternative", alternatives);
  const rows = [...alternatives, ...trailing.ids.map(blank)];
  const isRecord = (it: Alternative) => alternatives.includes(it);
  const save = (it: Alternative, change: Partial<Alternative>) => {
    if (!isRecord(it)) trailing.saved(it.id);
    edit({ positioning: { alternatives: [{ ...change, id: it.id }] } });
  };
  const called = (it: Alternative) => it.name || t("alternativeName", { n: rows.indexOf(it) + 1 });

  const columns: TableColumn<Alternative>[] = [
    {
      id: "name",
      name: t("alternative"),
      text: (it) => it.name,
      width: "34%",
      cell: (it) => (
        <Field
          label={t("alternativeName", { n: rows.indexOf(it) + 1 })}
          record={it.id}
          field="name"
          question={t("alternativeQuestion")}
          size="control"
          oneLine
          value={it.name}
          onSave={(name) => {
            if (isRecord(it) || name.trim() !== "") save(it, { name });
          }}
          onFocusChange={(focused) => onEditing(focused ? "alternatives" : null)}
        />
      ),
    },
    {
      id: "kind",
      name: t("alternativeKind"),
      text: (it) => (it.kind === null ? "" : alternativeKinds[it.kind]),
      width: "132px",
      cell: (it) =>
        isRecord(it) ? (
          <Select
            look="bare"
            label={t("alternativeKindOf", { name: called(it) })}
            placeholder={t("kindQuestion")}
            options={entries(alternativeKinds)}
            value={it.kind}
            onChange={(kind) => save(it, { kind })}
          />
        ) : null,
    },
    {
      id: "weakness",
      name: t("weakness"),
      text: (it) => it.weakness,
      cell: (it) =>
        isRecord(it) ? (
          <Field
            label={t("weaknessOf", { name: called(it) })}
            record={it.id}
            field="weakness"
            question={t("weaknessQuestion")}
            size="control"
            oneLine
            value={it.weakness}
            onSave={(weakness) => save(it, { weakness })}
          />
        ) : null,
    },
    {
      id: "remove",
      name: <span className="hidden-words">{t("removeHead")}</span>,
      width: "24px",
      cell: (it) =>
        isRecord(it) ? (
          <IconButton
            small
            name={t("remove", { name: called(it) })}
            icon={<X aria-hidden="true" />}
            onPress={() => editBook({ remove: [`alternatives/${it.id}`] })}
          />
        ) : null,
    },
  ];
  return (
    <Section
      title={t("alternatives")}
      note={t("alternativesNote")}
      aside={
        alternatives.length === 0 ? null : (
          <CopyMenu what={t("alternatives")} table={() => copyOf(columns, alternatives)} />
        )
      }
    >
      <div
        data-writes="alternatives"
        data-field="alternatives"
        className={styles.alternatives}
      >
        <Table
          label={t("alternatives")}
          rows={rows}
          keyOf={(it) => it.id}
          movesAs={(it) => (isRecord(it) ? `alternatives/${it.id}` : undefined)}
          columns={columns}
        />
      </div>
      {alternatives.length > 0 && alternatives.every((it) => it.kind === "competitor") ? (
        <p className={styles.hint}>
          <LevelMark level="hint" />
          {t("allVendors")}
        </p>
      ) : null}
    </Section>
  );
}

function blank(id: string): Alternative {
  return { id, name: "", kind: null, weakness: "" };
}
