/** Positioning: why us, against what, as one statement that composes itself from its parts. */
import { useState } from "react";

import type { Book, StatementPart } from "../../api/types";
import type { InView, Place, PlaceProps } from "../../app/places";
import { PageHead } from "../../components/Page";
import { date } from "../../words/figures";
import { t } from "../../words/positioning";
import { Standing } from "../standing/Standing";
import { Alternatives } from "./Alternatives";
import { Composed, nameOf } from "./Composed";
import { Parts } from "./Parts";
import styles from "./Positioning.module.css";
import { currentNumber, Versions } from "./Versions";

function PositioningPlace({ book, segment }: PlaceProps) {
  return segment === null ? null : <PositioningPage book={book} segment={segment} />;
}

function PositioningPage({ book, segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  const [editing, setEditing] = useState<StatementPart | null>(null);
  const { since } = record.positioning;
  const n = currentNumber(segment);
  return (
    <>
      <PageHead
        title={headOf(segment)}
        beside={
          <span className="sub num">
            {since === "" ? t("versionOnly", { n }) : t("version", { n, since: date(since) })}
          </span>
        }
        actions={<Standing book={book} view={view} link="positioning" />}
      />
      <div className={styles.top} data-record={record.id}>
        <div>
          <Composed book={book} segment={segment} editing={editing} />
          <div className={styles.below}>
            <Alternatives record={record} onEditing={setEditing} />
          </div>
        </div>
        <Parts book={book} record={record} onEditing={setEditing} />
      </div>
      <div className={styles.below}>
        <Versions segment={segment} />
      </div>
    </>
  );
}

/** What the page found: how many of the four questions are open, and which comes first. */
function headOf({ view }: InView): string {
  const open = view.statement.questions.filter((it) => !it.answered);
  const [first] = open;
  if (first === undefined) return t("answered");
  if (open.length === view.statement.questions.length) return t("nothing");
  return t("open", { n: open.length, first: nameOf(first.part).toLowerCase() });
}

export const place: Place = { id: "positioning", link: "positioning", Page: PositioningPlace };
