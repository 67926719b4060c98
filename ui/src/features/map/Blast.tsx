/**
 * The blast radius: from each changed record one cut curve to every record that no longer holds,
 * with its exact words. Not shown while nothing is stale.
 */
import { useLayoutEffect, useRef, useState } from "react";

import type { Book, Broken, ChangedRecord } from "../../api/types";
import { go } from "../../app/route";
import { fan } from "../../charts/fan";
import { Button } from "../../components/Button";
import { Section } from "../../components/Page";
import { StateNode } from "../../components/State";
import { t } from "../../words/blast";
import styles from "./Blast.module.css";
import { brokenName, changeName, exactWords, whereTo } from "./records";
import { replaced } from "./replaced";

/** Changes shown before the rest is asked for. */
const FIRST = 2;

export function Blast({ book }: { book: Book }) {
  const [all, setAll] = useState(false);
  const { changes } = book;
  if (changes.length === 0) return null;
  const broken = new Set(
    changes.flatMap((it) => it.broken.map((one) => `${one.segment} ${one.link} ${one.record}`)),
  );
  const shown = all ? changes : changes.slice(0, FIRST);
  return (
    <Section
      title={t("title", { changes: changes.length, records: broken.size })}
      aside={<span className="sub">{t("note")}</span>}
    >
      {shown.map((change) => (
        <Radius key={change.record} book={book} change={change} />
      ))}
      {shown.length < changes.length ? (
        <Button harmless small look="quiet" onPress={() => setAll(true)}>
          {t("more", { n: changes.length - shown.length })}
        </Button>
      ) : null}
    </Section>
  );
}

function Radius({ book, change }: { book: Book; change: ChangedRecord }) {
  const [said] = change.said;
  return (
    <div className={styles.blast}>
      <div className={styles.cause}>
        <span className="is-sound">
          <StateNode state="sound" />
        </span>
        <div>
          <b>{changeName(book, change)}</b>
          {said === undefined ? null : (
            <p>
              <Said was={said.was} now={said.now} />
            </p>
          )}
        </div>
      </div>
      <Fan key={change.broken.length} />
      <ul>
        {change.broken.map((broken) => (
          <li key={`${broken.segment} ${broken.link} ${broken.record}`}>
            <span className="is-stale">
              <StateNode state="stale" />
            </span>
            <b>{brokenName(book, change, broken)}</b>
            <span className={styles.words}>
              <Words broken={broken} />
            </span>
            <Button
              harmless
              small
              aria-label={t("reviewThat", { name: brokenName(book, change, broken) })}
              onPress={() => go(...whereTo(broken))}
            >
              {t("review")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the record says now, the words it has lost struck out where they stood. */
function Said({ was, now }: { was: string; now: string }) {
  if (now === "") {
    return (
      <>
        <del>{was}</del> {t("gone")}
      </>
    );
  }
  const { before, lost, instead, after } = replaced(was, now);
  return (
    <>
      {before}
      {lost === "" ? null : <del>{lost}</del>} {instead}
      {after}
    </>
  );
}

function Words({ broken }: { broken: Broken }) {
  if (broken.text === "") return t("restsOnIt");
  const letters = Array.from(broken.text);
  const cut = (from: number, to?: number) => letters.slice(from, to).join("");
  return (
    <>
      “{cut(0, broken.start)}
      <mark>{exactWords(broken)}</mark>
      {cut(broken.end)}”
    </>
  );
}

interface Measured {
  from: number;
  to: number[];
  width: number;
}

/** The curves: from the middle of the cause to the middle of each row, however high it has grown. */
function Fan() {
  const svg = useRef<SVGSVGElement>(null);
  const [measured, setMeasured] = useState<Measured>({ from: 0, to: [], width: 0 });
  useLayoutEffect(() => {
    const drawing = svg.current;
    const frame = drawing?.parentElement;
    if (drawing === null || frame === null || frame === undefined) return;
    const measure = () => {
      const { top, height } = frame.getBoundingClientRect();
      const middles = [...frame.querySelectorAll("li")].map((row) => {
        const box = row.getBoundingClientRect();
        return box.top - top + box.height / 2;
      });
      const { width } = drawing.getBoundingClientRect();
      setMeasured({ from: height / 2, to: middles, width });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <svg ref={svg} className={styles.fan} aria-hidden="true">
      {fan(measured.from, measured.to, measured.width).map(({ d, cut }) => (
        <g key={d}>
          <path d={d} />
          <path d={cut} />
        </g>
      ))}
    </svg>
  );
}
