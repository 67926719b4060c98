/** Why a link no longer holds, in what was and what is, and everything that it rests on. */
import type { ReactNode } from "react";

import { reads, useRead } from "../../api/queries";
import type {
  Book,
  Echo,
  GroundChange,
  GroundLine,
  GroundPlace,
  LinkView,
  WhyStale,
} from "../../api/types";
import { Wrong } from "../../components/Blocks";
import { date, shortDate } from "../../words/figures";
import { groundName } from "../../words/grounds";
import { t } from "../../words/standing";
import { Said } from "./Said";
import styles from "./Standing.module.css";
import { hrefToGround } from "./ways";

interface WhyProps {
  book: Book;
  segment: string;
  view: LinkView;
  /** A way was taken. */
  onLeave: () => void;
}

export function Why({ book, segment, view, onLeave }: WhyProps) {
  const grounds = useRead(reads.linkGrounds, [segment, view.link]);
  const name = (place: GroundPlace) => (
    <Way book={book} segment={segment} place={place} onLeave={onLeave} />
  );
  return (
    <>
      {grounds.error === null ? null : <Wrong error={grounds.error} />}
      {grounds.waiting ? <p className="sub">{t("reading")}</p> : null}
      {grounds.data?.stale ? <Changed stale={grounds.data.stale} name={name} /> : null}
      {grounds.data === undefined ? null : (
        <Grounds lines={grounds.data.lines} view={view} name={name} />
      )}
    </>
  );
}

/** What changed under it, and its words that rest on that. */
function Changed(props: { stale: WhyStale; name: (place: GroundPlace) => ReactNode }) {
  const { stale, name } = props;
  return (
    <section className={styles.part}>
      <h2 className="h2">
        {stale.changes.length === 0 ? t("whyUnknown") : t("why", { n: stale.changes.length })}
      </h2>
      {stale.changes.length === 0 ? <p className="sub">{t("notKept")}</p> : null}
      <ul className={styles.changes}>
        {stale.changes.map((it) => (
          <li key={`${it.place.record} ${it.place.field} ${it.was} ${it.now}`}>
            <div className={styles.named}>
              {name(it.place)}
              {it.since === "" ? null : (
                <span className="sub">
                  {t("sinceBy", { date: shortDate(it.since), by: it.by })}
                </span>
              )}
            </div>
            <WasAndNow change={it} />
          </li>
        ))}
      </ul>
      <Echoes echoes={stale.echoes} name={name} />
    </section>
  );
}

function WasAndNow({ change }: { change: GroundChange }) {
  return (
    <dl className={styles.turn}>
      <dt>{t("was")}</dt>
      <dd>{change.was === "" ? <i>{t("added")}</i> : <del>{change.was}</del>}</dd>
      <dt>{t("now")}</dt>
      <dd>{change.now === "" ? <i>{t("gone")}</i> : change.now}</dd>
    </dl>
  );
}

/** The words on the line that rest on what changed, those that still say it first. */
function Echoes(props: { echoes: readonly Echo[]; name: (place: GroundPlace) => ReactNode }) {
  if (props.echoes.length === 0) return null;
  const says = props.echoes.some((it) => it.spans.length > 0);
  return (
    <>
      <h3 className={styles.small}>{t(says ? "stillSays" : "restsOnThat")}</h3>
      <ul className={styles.lines}>
        {props.echoes.map((it) => (
          <li key={`${it.place.record} ${it.place.field}`}>
            {props.name(it.place)}
            <span>
              <Said text={it.text} spans={it.spans} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Grounds(props: {
  lines: readonly GroundLine[];
  view: LinkView;
  name: (place: GroundPlace) => ReactNode;
}) {
  const { lines, view, name } = props;
  return (
    <section className={styles.part}>
      <h2 className="h2">
        {view.state === "sound"
          ? t("restsAsOf", { date: date(view.confirmed_on) })
          : t("restsOn")}
      </h2>
      {lines.length === 0 ? (
        <p className="sub">{t(view.link === "decision" ? "nothing" : "nothingYet")}</p>
      ) : null}
      <ul className={styles.lines}>
        {lines.map((it, at) => (
          // Two options of a decision may say the same.
          // oxlint-disable-next-line no-array-index-key
          <li key={`${it.place.record} ${it.place.field} ${at}`}>
            {name(it.place)}
            <span>{it.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The name of what it rests on, and the way there. */
function Way(props: {
  book: Book;
  segment: string;
  place: GroundPlace;
  onLeave: () => void;
}) {
  const { book, segment, place } = props;
  const words = groundName(book, segment, place);
  const href = hrefToGround(segment, place);
  if (href === null) return <b>{words}</b>;
  return (
    <a href={href} onClick={props.onLeave}>
      {words}
    </a>
  );
}
