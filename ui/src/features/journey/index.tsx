/** Journey: the words that the segment meets, and which claims each of them carries. */
import { X } from "lucide-react";

import { useEdit, useSegmentEdit } from "../../api/edit";
import { useTrailing } from "../../api/trailing";
import type { Book, Segment, Touchpoint } from "../../api/types";
import type { InView, Place, PlaceProps } from "../../app/places";
import { IconButton } from "../../components/Button";
import { Field } from "../../components/Field";
import { copyOf } from "../../components/copy/columns";
import { CopyMenu } from "../../components/copy/CopyMenu";
import { PageHead, Section, Table, type TableColumn } from "../../components/Page";
import { Select } from "../../components/Select";
import { t } from "../../words/journey";
import { entries, touchpointKinds } from "../../words/vocabulary";
import { Standing } from "../standing/Standing";
import { carriedBy, Claims } from "./Claims";
import styles from "./Journey.module.css";

function JourneyPlace({ book, segment }: PlaceProps) {
  return segment === null ? null : <JourneyPage book={book} segment={segment} />;
}

function JourneyPage({ book, segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  const edit = useSegmentEdit(record.id);
  const editBook = useEdit();
  const { touchpoints } = record;
  const trailing = useTrailing("touchpoint", touchpoints);
  const rows = [...touchpoints, ...trailing.ids.map(blank)];
  const isRecord = (it: Touchpoint) => touchpoints.includes(it);
  const numberOf = (it: Touchpoint) => rows.indexOf(it) + 1;
  const save = (it: Touchpoint, change: Partial<Omit<Touchpoint, "id">>) => {
    if (!isRecord(it)) trailing.saved(it.id);
    edit({ touchpoints: [{ ...change, id: it.id }] });
  };

  const columns: TableColumn<Touchpoint>[] = [
    {
      id: "kind",
      name: t("where"),
      text: (it) => (it.kind === null ? "" : touchpointKinds[it.kind]),
      width: "144px",
      cell: (it) => (
        <Select
          look="bare"
          label={t("kindOf", { n: numberOf(it) })}
          placeholder={t("kindQuestion")}
          options={entries(touchpointKinds)}
          value={it.kind}
          onChange={(kind) => save(it, { kind })}
        />
      ),
    },
    {
      id: "words",
      name: t("words"),
      text: (it) => it.text,
      cell: (it) => (
        <Field
          label={t("wordsOf", { n: numberOf(it) })}
          record={it.id}
          field="text"
          question={t("question")}
          value={it.text}
          onSave={(text) => {
            if (isRecord(it) || text.trim() !== "") save(it, { text });
          }}
        />
      ),
    },
    {
      id: "claims",
      name: t("claims"),
      text: (it) => carriedBy(record.value, it).join("; "),
      width: "34%",
      cell: (it) =>
        isRecord(it) ? (
          <Claims
            value={record.value}
            touchpoint={it}
            n={numberOf(it)}
            onChange={(claims) => save(it, { claims })}
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
            name={t("remove", { n: numberOf(it) })}
            icon={<X aria-hidden="true" />}
            onPress={() => editBook({ remove: [`touchpoints/${it.id}`] })}
          />
        ) : null,
    },
  ];
  return (
    <>
      <PageHead
        title={headOf(record)}
        actions={<Standing book={book} view={view} link="journey" />}
      />
      <Section
        title={t("title")}
        note={t("note")}
        aside={
          record.touchpoints.length === 0 ? null : (
            <CopyMenu what={t("title")} table={() => copyOf(columns, record.touchpoints)} />
          )
        }
      >
        <div className={styles.touchpoints}>
          <Table
            label={t("title")}
            rows={rows}
            keyOf={(it) => it.id}
            movesAs={(it) => (isRecord(it) ? `touchpoints/${it.id}` : undefined)}
            columns={columns}
          />
        </div>
      </Section>
    </>
  );
}

function blank(id: string): Touchpoint {
  return { id, kind: null, text: "", claims: [] };
}

/** What the page found: words that carry nothing of what was promised. */
function headOf({ touchpoints }: Segment): string {
  const empty = touchpoints.filter((it) => it.claims.length === 0).length;
  if (touchpoints.length === 0) return t("nothing");
  return empty === 0
    ? t("carried", { n: touchpoints.length })
    : t("empty", { n: empty, of: touchpoints.length });
}

export const place: Place = { id: "journey", link: "journey", Page: JourneyPlace };
