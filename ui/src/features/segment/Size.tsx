/** How many they are, and the three questions any segment has to answer. */
import type { Book, Link, LinkState, Segment } from "../../api/types";
import { type InView, placeOfLink } from "../../app/places";
import { hrefTo } from "../../app/route";
import { StateNode } from "../../components/State";
import { count, percent, plural } from "../../words/figures";
import { t } from "../../words/segment";
import styles from "./Segment.module.css";

export function Size({ segment }: { book: Book; segment: InView }) {
  const { record, view } = segment;
  return (
    <aside className={styles.size} aria-label={t("size")}>
      {view.n === null ? (
        <>
          <p className={styles.uncounted}>{t("notCounted")}</p>
          <p className="sub">{view.problem ?? (record.described === "" ? t("notCountedWhy") : t("describedOnly"))}</p>
        </>
      ) : (
        <>
          <p className={styles.count}>{count(view.n)}</p>
          <p className="soft">
            {t("of", {
              unit: plural(view.unit, view.n),
              share: percent(view.share ?? 0),
              rows: count(view.rows ?? 0),
            })}
          </p>
        </>
      )}
      <h2 className="h2">{t("questions")}</h2>
      <ul className={styles.questions}>
        <Question
          title={t("who")}
          answer={view.rule_words || record.described}
          open={t("openWho")}
          state={stateOf(segment, "segment")}
          href={null}
        />
        <Question
          title={t("need")}
          answer={needOf(record)}
          open={t("openNeed")}
          state={stateOf(segment, "value")}
          href={wayTo("value", record.id)}
        />
        <Question
          title={t("interact")}
          answer={meetingsOf(record)}
          open={t("openInteract")}
          state={stateOf(segment, "journey")}
          href={wayTo("journey", record.id)}
        />
      </ul>
    </aside>
  );
}

function stateOf(segment: InView, link: Link): LinkState {
  return segment.view.links.find((it) => it.link === link)?.state ?? "missing";
}

function wayTo(link: Link, segment: string): string | null {
  return placeOfLink(link) === undefined ? null : hrefTo(link, segment);
}

function Question(props: {
  title: string;
  answer: string;
  open: string;
  state: LinkState;
  href: string | null;
}) {
  const isOpen = props.answer === "";
  return (
    <li>
      <StateNode state={isOpen ? "missing" : props.state === "missing" ? "draft" : props.state} size={12} />
      {props.href === null ? <b>{props.title}</b> : <a href={props.href}>{props.title}</a>}
      <p className={isOpen ? "muted" : "soft"}>{isOpen ? props.open : props.answer}</p>
    </li>
  );
}

/** The sharpest need first, then how much more there is. */
function needOf({ value }: Segment): string {
  const sharpest = value.pains.toSorted((a, b) => (b.severity ?? 0) - (a.severity ?? 0))[0];
  const first = sharpest?.text || value.jobs[0]?.text || value.payoffs[0]?.text || "";
  const counts = [
    value.jobs.length > 0 ? t("jobs", { n: value.jobs.length }) : null,
    value.pains.length > 0 ? t("pains", { n: value.pains.length }) : null,
    value.payoffs.length > 0 ? t("payoffs", { n: value.payoffs.length }) : null,
  ].filter((it) => it !== null);
  if (counts.length === 0) return "";
  return [first, counts.join(", ")].filter((it) => it !== "").join(" · ");
}

function meetingsOf(record: Segment): string {
  return record.reach.join(" · ");
}
