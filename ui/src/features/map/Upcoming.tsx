/** What has a date: decisions, targets, reviews. Overdue first, in words; then soonest first. */
import { useState } from "react";

import type { Book, Due } from "../../api/types";
import { hrefTo } from "../../app/route";
import { Button } from "../../components/Button";
import { Section } from "../../components/Page";
import { date, shortDate } from "../../words/figures";
import { t } from "../../words/map";
import styles from "./Upcoming.module.css";
import { nameOf } from "./records";

/** As many as stand beside the rest without a scroll of their own. */
const FIRST = 6;

export function Upcoming({ book }: { book: Book }) {
  const [all, setAll] = useState(false);
  const dues = book.upcoming;
  const shown = all ? dues : dues.slice(0, FIRST);
  const more = dues.length - shown.length;
  return (
    <Section title={t("upcoming")}>
      {dues.length === 0 ? <p className="sub">{t("upcomingNone")}</p> : null}
      <ul className={styles.dates}>
        {shown.map((due) => (
          <li key={`${due.kind}/${due.segment}/${due.record}/${due.on}`}>
            <a href={hrefTo(due.link, due.segment === "" ? null : due.segment)}>
              <span className={due.days < 0 ? styles.overdue : "soft"} title={date(due.on)}>
                {when(due)}
              </span>
              <span>{what(book, due)}</span>
              <span className="muted">{due.owner}</span>
            </a>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Button harmless small look="quiet" onPress={() => setAll(true)}>
          {t("upcomingMore", { n: more })}
        </Button>
      ) : null}
    </Section>
  );
}

/** A date within a year needs no year. */
const YEAR = 300;

function when({ days, on }: Due): string {
  if (days < 0) return t("overdue", { days: -days });
  if (days === 0) return t("today");
  return days < YEAR ? shortDate(on) : date(on);
}

function what(book: Book, due: Due): string {
  switch (due.kind) {
    case "decision":
      return t("decide", { text: due.text });
    case "target":
      return t("target", { text: due.text, name: nameOf(book, due.segment) });
    case "review":
      return t("reviewOf", { text: nameOf(book, due.segment) });
  }
}
