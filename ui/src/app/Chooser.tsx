/** The segment in view, at the left of the chain bar; all others, and a new one, in its menu. */
import { ChevronsUpDown, Plus } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";

import { ruleOf } from "../api/chain";
import { useEdit } from "../api/edit";
import { newId } from "../api/ids";
import type { Book } from "../api/types";
import { cx } from "../components/classes";
import { Swatch } from "../components/Marks";
import { Menu } from "../components/Menu";
import { isWorkedOn, rowsOf } from "../features/map/rows";
import { t } from "../words/app";
import { count, percent, plural } from "../words/figures";
import { roles } from "../words/vocabulary";
import styles from "./Frame.module.css";
import { go } from "./route";
import { HOME, type InView } from "./places";

/** Adds a segment and goes there. The first one of a workbook is its primary one. */
export function useNewSegment(book: Book): () => void {
  const edit = useEdit();
  return () => {
    const id = newId("segment");
    const role = book.chain.segments.length === 0 ? "primary" : "queued";
    const dataset = book.chain.datasets[0]?.id ?? "";
    edit({ segments: [{ id, role, dataset }] });
    go("segment", id);
  };
}

export interface ChooserProps {
  book: Book;
  segment: InView | null;
  /** The place to stay in while choosing another segment. */
  place: string;
  /** Whether all segments are in view, and none of them by itself. */
  all: boolean;
}

export function Chooser({ book, place, all, ...props }: ChooserProps) {
  const add = useNewSegment(book);
  const segment = all ? null : props.segment;
  const hasNone = book.chain.segments.length === 0;
  const name = all && !hasNone ? t("allSegments") : t("noSegment");
  return (
    <>
      <Menu
        label={t("segments")}
        entries={[
          ...(all || hasNone ? [] : [{ id: " all", name: t("allSegments"), run: () => go(HOME) }]),
          ...book.chain.segments.map((it, index) => ({
            id: it.id,
            name: it.name || t("unnamedSegment"),
            icon: <Swatch index={index} />,
            note: roles[it.role],
            apart: !all && index === 0,
            run: () => go(place, it.id),
          })),
          {
            id: " new",
            name: t("newSegment"),
            icon: <Plus aria-hidden="true" />,
            apart: book.chain.segments.length > 0,
            disabled: book.read_only,
            run: add,
          },
        ]}
      >
        <AriaButton className={styles.chooser ?? ""}>
          {segment === null ? null : <Swatch index={segment.index} />}
          <b>{segment === null ? name : segment.record.name || t("unnamedSegment")}</b>
          <ChevronsUpDown aria-hidden="true" />
        </AriaButton>
      </Menu>
      <small className={cx(styles.chooserNote, segment !== null && styles.indented)}>
        {segment !== null ? noteOf(book, segment) : hasNone ? t("noSegmentHint") : allNote(book)}
      </small>
    </>
  );
}

function allNote(book: Book): string {
  const { rows, aside } = rowsOf(book);
  const worked = rows.filter(isWorkedOn).length;
  return t("workedOn", { n: worked, aside: rows.length + aside.length - worked });
}

function noteOf(book: Book, { record, view }: InView): string {
  const role = view.report_filter ? t("reportFilter") : roles[record.role];
  if (view.n === null || view.share === null) {
    const isDescribed = ruleOf(record) === null && record.described !== "";
    return t("roleOnly", { role, what: isDescribed ? t("described") : t("notMeasured") });
  }
  const unit = book.chain.datasets.find((it) => it.id === record.dataset)?.unit ?? "";
  return t("segmentNote", {
    role,
    n: count(view.n),
    unit: plural(unit, view.n),
    share: percent(view.share),
  });
}
